import Basics
import Objects

/// Conversion and validation of one argument.
extension ParameterBinder {
  /// The value to store, or nil when it is not of the type and may not be converted.
  func convert(_ p: BindingParameter, _ given: Value, _ site: ArgumentSite?, coerce: Bool) throws -> Value? {
    var value = given.orNull
    if coerce, let site, site.kind == .number, p.wantsNumbersAsWritten {
      // An unquoted number is text to a parameter that wants text; `1.0` is no version without its zero.
      if case .object = value {} else if value.stringOrNil == nil { value = .string(site.text) }
    }
    let original = value
    if !p.transforms.isEmpty { value = try transform(p, value, site) }
    if coerce {
      if !p.isUntyped {
        value = p.isScriptStyle ? try convertScript(p, value, site) : try coerceValue(p, value, site)
      }
    } else {
      guard let v = fitting(p, value) else { return nil }
      value = v
    }
    if !p.validations.isEmpty { try validate(p, value, site) }
    if p.isMandatorySomewhere { try refuseEmpty(p, value, original: original, site) }
    return value
  }

  private func transform(_ p: BindingParameter, _ given: Value, _ site: ArgumentSite?) throws -> Value {
    var value = given
    do {
      for t in p.transforms.reversed() {
        switch t {
        case .transform(let body): value = try body(value)
        case .custom(let object):
          if let run = ParameterValidation.runCustomTransformation { value = try run(object, value, runspace) }
        default: break
        }
      }
    } catch let e as GuestError {
      var f = BindingErrors.transformation(p, e, site)
      f.isSwallowed = e.record.exception.fields["SwallowException"] != nil
      throw f
    }
    return value.orNull
  }

  // MARK: - Without conversion

  private func isInstance(_ value: Value, of type: TypeInfo) -> Bool {
    if type === Types.object || type === Types.psObject || type === Types.psCustomObject { return true }
    guard let t = value.typeInfo else { return false }
    return t === type || t.isAssignable(to: type)
  }

  private func fitting(_ p: BindingParameter, _ value: Value) -> Value? {
    if p.isUntyped { return value }
    if value.isNull { return p.type.isValueType || p.type === Types.string ? nil : value }
    if isInstance(value, of: p.type) { return value }
    guard let element = p.elementType else { return nil }
    // A value may become the one element of a collection without being converted.
    if value.asObject(PSArray.self) != nil || value.asObject(PSList.self) != nil { return fittingElements(p, value) }
    guard isInstance(value, of: element) else { return nil }
    return try? Operations.convert(value, to: p.type)
  }

  private func fittingElements(_ p: BindingParameter, _ value: Value) -> Value? {
    guard let element = p.elementType else { return nil }
    let list = value.asObject(PSArray.self)?.elements ?? value.asObject(PSList.self)?.elements ?? []
    for v in list where !isInstance(v, of: element) { return nil }
    return try? Operations.convert(value, to: p.type)
  }

  // MARK: - Script parameters

  private func convertScript(_ p: BindingParameter, _ given: Value, _ site: ArgumentSite?) throws -> Value {
    let type = p.type
    var value = given
    if isInstance(value, of: type), type !== Types.bool { return value }
    do {
      if type === Types.psReference {
        throw GuestError.runtime(
          "ReferenceTypeExpected", "Reference type is expected in argument.", .InvalidType)
      }
      if let r = value.asObject(PSReference.self) { value = try r.get() }
      if type === Types.string, plan.metadata.isCmdletStyle, value.asObject(PSArray.self) != nil {
        throw GuestError.runtime(
          "InvalidCastFromAnyTypeToString", "Cannot convert value to type System.String.", .InvalidArgument)
      }
      if type === Types.bool || type === Types.switchParameter { return try boolean(value, as: type) }
      return try Operations.convert(value, to: type)
    } catch let e as GuestError {
      throw BindingErrors.transformation(p, e, site)
    }
  }

  private func boolean(_ value: Value, as type: TypeInfo) throws -> Value {
    let isSwitch = type === Types.switchParameter
    switch value.base {
    case .bool(let b): return isSwitch ? Value.switchParameter(b) : .bool(b)
    case .int, .long, .double, .scalar:
      let b = Operations.isTrue(value)
      return isSwitch ? Value.switchParameter(b) : .bool(b)
    case .null where isSwitch, .nothing where isSwitch: return Value.switchParameter(false)
    case .object(let o):
      if let s = o as? SwitchObject { return isSwitch ? .object(s) : .bool(s.isPresent) }
      if o is DecimalObject || o is BigIntegerObject {
        let b = Operations.isTrue(value)
        return isSwitch ? Value.switchParameter(b) : .bool(b)
      }
    default: break
    }
    throw GuestError.runtime(
      "InvalidCastFromAnyTypeToBoolean",
      "Cannot convert value \"\(value.typeInfo?.fullName ?? "")\" to type \"\(type.fullName)\". Boolean parameters "
        + "accept only Boolean values and numbers, such as $True, $False, 1 or 0.", .InvalidArgument)
  }

  // MARK: - Cmdlet parameters

  private func coerceValue(_ p: BindingParameter, _ value: Value, _ site: ArgumentSite?) throws -> Value {
    let type = p.type
    if value.isNull { return try coerceNull(p, site) }
    if isInstance(value, of: type) { return value }
    do {
      if type === Types.bool || type === Types.switchParameter {
        return try coerceBoolean(p, value, site)
      }
      if let element = p.elementType { return try coerceCollection(p, value, element, site) }
      if value.asObject(PSArray.self) != nil || value.asObject(PSList.self) != nil, !takesList(type) {
        throw BindingErrors.cannotConvert(p, value, "Specified method is not supported.", site)
      }
      if let r = value.asObject(PSReference.self) { return try Operations.convert(try r.get(), to: type) }
      return try Operations.convert(value, to: type)
    } catch let e as GuestError {
      throw BindingErrors.cannotConvertNoMessage(p, e, site)
    }
  }

  /// Types other than collections that a list converts to: flags and things made of several values.
  private func takesList(_ type: TypeInfo) -> Bool {
    type.isEnum || type.isInterface || !type.genericArguments.isEmpty || type === Types.hashtable
  }

  private func coerceNull(_ p: BindingParameter, _ site: ArgumentSite?) throws -> Value {
    if p.isSwitch { return Value.switchParameter(false) }
    if p.type === Types.bool { throw BindingErrors.cannotConvert(p, .null, "", site) }
    if p.type === Types.string { return .null }
    if p.type.isValueType, p.type.genericDefinition == nil {
      // Attributes that forbid null speak first.
      if p.validations.isEmpty && !p.isMandatorySomewhere {
        throw BindingErrors.bindingFailed(p, "Cannot convert null to type \"\(p.type.fullName)\".", site)
      }
    }
    return .null
  }

  private func coerceBoolean(_ p: BindingParameter, _ value: Value, _ site: ArgumentSite?) throws -> Value {
    do {
      return try boolean(value, as: p.type)
    } catch is GuestError {
      throw BindingErrors.cannotConvert(
        p, value,
        p.isSwitch
          ? "" : "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.", site)
    }
  }

  private func coerceCollection(
    _ p: BindingParameter, _ value: Value, _ element: TypeInfo, _ site: ArgumentSite?
  ) throws -> Value {
    let list: [Value]
    if let a = value.asObject(PSArray.self) {
      list = a.elements
    } else if let l = value.asObject(PSList.self) {
      list = l.elements
    } else {
      list = [value]
    }
    var result: [Value] = []
    result.reserveCapacity(list.count)
    for v in list {
      if v.isNull || element === Types.object || isInstance(v, of: element) {
        result.append(v.orNull)
      } else if element === Types.string, v.asObject(PSArray.self) != nil {
        throw BindingErrors.cannotConvert(p, v, "Specified method is not supported.", site)
      } else {
        result.append(try Operations.convert(v, to: element))
      }
    }
    if p.type.isArray { return .object(PSArray(result, of: element)) }
    return try Operations.convert(.array(result), to: p.type)
  }

  // MARK: - Checks

  private func validate(_ p: BindingParameter, _ value: Value, _ site: ArgumentSite?) throws {
    for a in p.validations {
      do {
        if let problem = try ParameterValidation.failure(a, value, runspace) {
          throw BindingErrors.validation(p, problem, site)
        }
      } catch let e as GuestError {
        var f = BindingErrors.validation(p, e.record.exception.message, site)
        f.inner = e.record.exception
        throw f
      }
    }
  }

  /// Mandatory parameters refuse null and empty values unless an attribute allows them.
  private func refuseEmpty(_ p: BindingParameter, _ value: Value, original: Value, _ site: ArgumentSite?) throws {
    if value.isNull {
      if !p.allowsNull { throw BindingErrors.notAllowed(p, "NullNotAllowed", "null", site) }
      return
    }
    if p.type === Types.string {
      if case .string(let s) = value.base, s.isEmpty, !p.allowsEmptyString {
        throw BindingErrors.notAllowed(p, "EmptyStringNotAllowed", "an empty string", site)
      }
      return
    }
    guard let element = p.elementType else { return }
    guard let list = value.asObject(PSArray.self)?.elements ?? value.asObject(PSList.self)?.elements else { return }
    if list.isEmpty {
      if p.allowsEmptyCollection { return }
      if p.type.isArray { throw BindingErrors.notAllowed(p, "EmptyArrayNotAllowed", "an empty array", site) }
      throw BindingErrors.notAllowed(p, "EmptyCollectionNotAllowed", "an empty collection", site)
    }
    if element.isValueType { return }
    // Conversion may have made empty strings of nulls.
    let source = original.asObject(PSArray.self)?.elements ?? []
    if !p.allowsNull, source.contains(where: { $0.isNull }) || list.contains(where: { $0.isNull }) {
      throw BindingErrors.notAllowed(p, "NullNotAllowed", "null", site)
    }
    guard element === Types.string, !p.allowsEmptyString else { return }
    for case .string(let s) in list where s.isEmpty {
      throw BindingErrors.notAllowed(p, "EmptyStringNotAllowed", "an empty string", site)
    }
  }
}
