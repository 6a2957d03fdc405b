// Group-Text and Add-TextTag: script block keys, kept references, hashing and order, hashtables, added members.
#include "text_tools.hpp"

#include <algorithm>
#include <unordered_map>

namespace text_tools {
namespace {

struct GroupText {
  enum { InputObject, Key, AsHashtable, CaseSensitive, NoElement };
  struct Group {
    nacre::Ref key, list;
    int64_t count = 0;
  };
  std::vector<Group> groups;
  std::unordered_multimap<uint64_t, size_t> index;

  void process(nacre::Env env, nacre::Input) {
    nacre::Scope scope(env);
    nacre_value item = env.param(InputObject), key = item;
    if (env.bound(Key) && !key_of(env, item, key)) return;
    Group &group = find(env, key);
    group.count++;
    if (!env.is(NoElement)) env.check(env.host().list_add(env.raw(), group.list.get(env), &item, 1));
  }

  void end(nacre::Env env) {
    std::vector<nacre_value> keys, lists;
    for (const Group &group : groups) {
      keys.push_back(group.key.get(env));
      lists.push_back(group.list.get(env));
    }
    if (env.is(AsHashtable)) {
      nacre_value table = nacre_null();
      env.check(env.host().hashtable_new(env.raw(), keys.data(), lists.data(), keys.size(), 0, &table));
      return env.write(table);
    }
    for (size_t k : order(env, keys)) {
      nacre_value members = env.is(NoElement) ? nacre_null() : lists[k];
      env.write(env.object(
        module_of(env).group, {nacre::value(env.to_string(keys[k])), nacre_int64(groups[k].count), members}));
    }
  }

private:
  uint32_t flags(nacre::Env env) const { return env.is(CaseSensitive) ? NACRE_COMPARE_CASE : 0; }

  // By script block or property name. An error in the block is reported, and the input left out.
  bool key_of(nacre::Env env, nacre_value item, nacre_value &key) {
    nacre_value how = env.param(Key);
    if (!nacre_is_handle(how, NACRE_KIND_SCRIPTBLOCK)) {
      key = env.get(item, env.to_string(how));
      return true;
    }
    try {
      key = env.invoke(how, item);
      return true;
    } catch (const nacre::HostError &) {
      nacre_value record = nacre_null();
      env.host().error_pending(env.raw(), &record);
      env.check(env.host().error_clear(env.raw()));
      env.check(env.host().write_error_record(env.raw(), record));
      return false;
    }
  }

  Group &find(nacre::Env env, nacre_value key) {
    uint64_t hash = 0;
    env.check(env.host().hash(env.raw(), key, flags(env), &hash));
    auto [at, last] = index.equal_range(hash);
    for (; at != last; ++at) {
      int32_t same = 0;
      env.check(env.host().equals(env.raw(), groups[at->second].key.get(env), key, flags(env), &same));
      if (same != 0) return groups[at->second];
    }
    nacre_value list = nacre_null();
    env.check(env.host().list_new(env.raw(), &list));
    index.emplace(hash, groups.size());
    groups.emplace_back();
    groups.back().key = nacre::Ref(env, key);
    groups.back().list = nacre::Ref(env, list);
    return groups.back();
  }

  // Indices of the groups by key; keys without order stay as they came. Insertion keeps a failing compare harmless.
  std::vector<size_t> order(nacre::Env env, const std::vector<nacre_value> &keys) {
    std::vector<size_t> sorted;
    for (size_t k = 0; k < keys.size(); k++) {
      size_t low = 0, high = sorted.size();
      while (low < high) {
        size_t middle = (low + high) / 2;
        int32_t less = 0;
        if (env.host().compare(env.raw(), keys[k], keys[sorted[middle]], flags(env), &less) < 0) {
          env.check(env.host().error_clear(env.raw()));
          low = high = sorted.size();
        } else if (less < 0) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      sorted.insert(sorted.begin() + static_cast<std::ptrdiff_t>(low), k);
    }
    return sorted;
  }
};

struct AddTextTag {
  enum { InputObject, Name, Value };

  void process(nacre::Env env, nacre::Input) {
    nacre_value object = env.param(InputObject);
    nacre_member member{};
    member.struct_size = sizeof member;
    bool is_block = nacre_is_handle(env.param(Value), NACRE_KIND_SCRIPTBLOCK) != 0;
    member.kind = is_block ? NACRE_SCRIPT_PROPERTY : NACRE_NOTE_PROPERTY;
    member.name = nacre::text(env.text(Name));
    member.value = env.param(Value);
    // Numbers and text are values: give the session an object that can carry members.
    if (object.tag != NACRE_HANDLE) {
      nacre_value holder = nacre_null();
      env.check(env.host().object_new(env.raw(), nacre_t("TextTools.Tagged"), &holder));
      env.check(env.host().set(env.raw(), holder, nacre_t("Value"), object));
      object = holder;
    } else {
      env.check(env.host().type_name_add(env.raw(), object, nacre_t("TextTools.Tagged"), 0));
    }
    env.check(env.host().member_add(env.raw(), object, &member, 1));
    env.write(object);
  }
};

} // namespace

static const nacre_cmdlet group_text = nacre::cmdlet<GroupText>();
NACRE_CMDLET(
  "Group-Text", group_text,
  "help 'Groups input by itself, a property or the result of a script block.'\n"
  "example 'Get-Content log | Group-Text -Key { $_.Substring(0, 1) }'\n"
  "output TextTools.Group,hashtable\n"
  "param object InputObject pos 1 mandatory pipeline allownull allowempty\n"
  "param object Key pos 0 notnull help 'Property name or script block.'\n"
  "param switch AsHashtable\nparam switch CaseSensitive\nparam switch NoElement help 'Counts only.'");

static const nacre_cmdlet add_text_tag = nacre::cmdlet<AddTextTag>();
NACRE_CMDLET(
  "Add-TextTag", add_text_tag,
  "help 'Adds a property to each object and passes it on.'; output TextTools.Tagged\n"
  "param object InputObject mandatory pipeline\n"
  "param string Name pos 0 mandatory pattern '^[A-Za-z_][A-Za-z0-9_]*$'\n"
  "param object Value pos 1 allownull help 'A value, or a script block run when the property is read.'");

} // namespace text_tools
