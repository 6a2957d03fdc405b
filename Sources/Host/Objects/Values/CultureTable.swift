import Basics
import Glibc

/// Environment variables of the process.
enum Environment {
  static func get(_ name: String) -> String? {
    guard let p = getenv(name) else { return nil }
    return String(cString: p)
  }
}

/// The cultures known by name: a line of settings each, over English defaults.
enum CultureTable {
  /// name|lcid|English|native|number|currency|dates|names…; fields are explained in `apply`.
  private static let rows: [String] = [
    "en-US|1033|English (United States)|English (United States)|.|,|$|2|0|1|1|M/d/yyyy|dddd, MMMM d, yyyy"
      + "|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|MMMM d|MMMM yyyy|0|0",
    "en-GB|2057|English (United Kingdom)|English (United Kingdom)|.|,|£|2|0|1|1|dd/MM/yyyy|dddd, d MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|0",
    "en-CA|4105|English (Canada)|English (Canada)|.|,|$|2|0|1|1|yyyy-MM-dd|dddd, MMMM d, yyyy"
      + "|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|MMMM d|MMMM yyyy|0|0",
    "en-AU|3081|English (Australia)|English (Australia)|.|,|$|2|0|1|1|d/M/yyyy|dddd, d MMMM yyyy"
      + "|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|d MMMM|MMMM yyyy|1|0",
    "de-DE|1031|German (Germany)|Deutsch (Deutschland)|,|.|€|2|3|8|0|dd.MM.yyyy|dddd, d. MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d. MMMM|MMMM yyyy|1|2",
    "fr-FR|1036|French (France)|français (France)|,|\u{202F}|€|2|3|8|0|dd/MM/yyyy|dddd d MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|2",
    "es-ES|3082|Spanish (Spain)|español (España)|,|.|€|2|3|8|0|d/M/yyyy|dddd, d 'de' MMMM 'de' yyyy"
      + "|H:mm|H:mm:ss|d 'de' MMMM|MMMM 'de' yyyy|1|2",
    "it-IT|1040|Italian (Italy)|italiano (Italia)|,|.|€|2|3|8|1|dd/MM/yyyy|dddd d MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|2",
    "nl-NL|1043|Dutch (Netherlands)|Nederlands (Nederland)|,|.|€|2|2|12|1|dd-MM-yyyy|dddd d MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|2",
    "sv-SE|1053|Swedish (Sweden)|svenska (Sverige)|,|\u{A0}|kr|2|3|8|0|yyyy-MM-dd|dddd d MMMM yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|2",
    "pt-BR|1046|Portuguese (Brazil)|português (Brasil)|,|.|R$|2|2|9|1|dd/MM/yyyy|dddd, d 'de' MMMM 'de' yyyy"
      + "|HH:mm|HH:mm:ss|d 'de' MMMM|MMMM 'de' yyyy|0|0",
    "ru-RU|1049|Russian (Russia)|русский (Россия)|,|\u{A0}|₽|2|3|8|0|dd.MM.yyyy|dddd, d MMMM yyyy 'г'."
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy 'г'.|1|2",
    "tr-TR|1055|Turkish (Türkiye)|Türkçe (Türkiye)|,|.|₺|2|0|1|2|d.MM.yyyy|d MMMM yyyy dddd"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|1|0",
    "ko-KR|1042|Korean (South Korea)|한국어(대한민국)|.|,|₩|0|0|1|1|yyyy. M. d.|yyyy년 M월 d일 dddd"
      + "|tt h:mm|tt h:mm:ss|M월 d일|yyyy년 M월|0|0",
    "ja-JP|1041|Japanese (Japan)|日本語 (日本)|.|,|￥|0|0|1|1|yyyy/MM/dd|yyyy年M月d日dddd"
      + "|H:mm|H:mm:ss|M月d日|yyyy年M月|0|0",
    "zh-CN|2052|Chinese (China)|中文（中国）|.|,|¥|2|0|1|1|yyyy/M/d|yyyy年M月d日dddd"
      + "|HH:mm|HH:mm:ss|M月d日|yyyy年M月|1|0",
    "th-TH|1054|Thai (Thailand)|ไทย (ไทย)|.|,|฿|2|0|1|1|d/M/yyyy|วันddddที่ d MMMM gg yyyy"
      + "|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|0|0",
  ]

  /// name|days|short days|months|short months|AM|PM|date separator.
  private static let names: [String] = [
    "de|Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag|So Mo Di Mi Do Fr Sa"
      + "|Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
      + "|Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez|AM|PM|.",
    "fr|dimanche lundi mardi mercredi jeudi vendredi samedi|dim. lun. mar. mer. jeu. ven. sam."
      + "|janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
      + "|janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.|AM|PM|/",
    "es|domingo lunes martes miércoles jueves viernes sábado|dom lun mar mié jue vie sáb"
      + "|enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
      + "|ene feb mar abr may jun jul ago sept oct nov dic|a. m.|p. m.|/",
    "it|domenica lunedì martedì mercoledì giovedì venerdì sabato|dom lun mar mer gio ven sab"
      + "|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
      + "|gen feb mar apr mag giu lug ago set ott nov dic|AM|PM|/",
    "nl|zondag maandag dinsdag woensdag donderdag vrijdag zaterdag|zo ma di wo do vr za"
      + "|januari februari maart april mei juni juli augustus september oktober november december"
      + "|jan feb mrt apr mei jun jul aug sep okt nov dec|a.m.|p.m.|-",
    "sv|söndag måndag tisdag onsdag torsdag fredag lördag|sön mån tis ons tors fre lör"
      + "|januari februari mars april maj juni juli augusti september oktober november december"
      + "|jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.|fm|em|-",
    "pt|domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado"
      + "|dom. seg. ter. qua. qui. sex. sáb."
      + "|janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
      + "|jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.|AM|PM|/",
    "ru|воскресенье понедельник вторник среда четверг пятница суббота|вс пн вт ср чт пт сб"
      + "|января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
      + "|янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.|AM|PM|.",
    "tr|Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi|Paz Pzt Sal Çar Per Cum Cmt"
      + "|Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
      + "|Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara|ÖÖ|ÖS|.",
    "ko|일요일 월요일 화요일 수요일 목요일 금요일 토요일|일 월 화 수 목 금 토"
      + "|1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월|1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월"
      + "|오전|오후|. ",
    "ja|日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日|日 月 火 水 木 金 土"
      + "|1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月|1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"
      + "|午前|午後|/",
    "zh|星期日 星期一 星期二 星期三 星期四 星期五 星期六|周日 周一 周二 周三 周四 周五 周六"
      + "|一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"
      + "|1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月|上午|下午|/",
  ]

  /// Names of all specific cultures the table holds.
  static var allNames: [String] { rows.map { String($0.prefix { $0 != "|" }) } }

  /// The name of the specific culture with a number.
  static func name(lcid: Int32) -> String? {
    if lcid == 127 { return "" }
    let row = rows.first { $0.split(separator: "|").dropFirst().first.flatMap { Int32($0) } == lcid }
    return row.map { String($0.prefix { $0 != "|" }) }
  }

  static func make(_ name: String) -> CultureObject? {
    let folded = CaseFold.folded(name)
    for row in rows {
      let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if CaseFold.folded(f[0]) == folded { return build(f, name: f[0], neutral: false) }
    }
    let language = folded.prefix { $0 != "-" }
    for row in rows {
      let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard CaseFold.folded(f[0]).prefix(while: { $0 != "-" }) == language else { continue }
      return build(f, name: spelled(name), neutral: !name.contains("-"))
    }
    return isWellFormed(name) ? unknown(spelled(name)) : nil
  }

  private static func isWellFormed(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { p in
      (1...8).contains(p.utf8.count)
        && p.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
  }

  /// `DE-de` as .NET spells it: language in lower case, region in upper case.
  private static func spelled(_ name: String) -> String {
    let parts = name.split(separator: "-").map(String.init)
    return parts.enumerated().map { i, p in
      if i == 0 { return p.lowercased() }
      return p.utf8.count == 4 ? p.prefix(1).uppercased() + p.dropFirst().lowercased() : p.uppercased()
    }.joined(separator: "-")
  }

  private static func unknown(_ name: String) -> CultureObject {
    let c = CultureObject(name, lcid: 4096, englishName: name, nativeName: name)
    c.numberFormat.decimalDigits = 3
    c.numberFormat.percentDecimalDigits = 3
    c.numberFormat.positiveInfinitySymbol = "∞"
    c.numberFormat.negativeInfinitySymbol = "-∞"
    return c
  }

  private static func build(_ f: [String], name: String, neutral: Bool) -> CultureObject? {
    guard f.count >= 19 else { return nil }
    let english = neutral ? String(f[2].prefix { $0 != "(" }).trimmedSpaces : f[2]
    let native = neutral ? String(f[3].prefix { $0 != "(" }).trimmedSpaces : f[3]
    let lcid = Int32(f[1]) ?? 4096
    let c = CultureObject(name, lcid: neutral ? lcid & 0x3FF : lcid, englishName: english, nativeName: native)
    applyNumbers(f, c.numberFormat)
    let d = c.dateFormat
    d.shortDatePattern = f[11]
    d.longDatePattern = f[12]
    d.shortTimePattern = f[13]
    d.longTimePattern = f[14]
    d.monthDayPattern = f[15]
    d.yearMonthPattern = f[16]
    d.firstDayOfWeek = Int(f[17]) ?? 0
    d.calendarWeekRule = Int(f[18]) ?? 0
    d.eraName = "AD"
    d.readsDayFirst = f[11].hasPrefix("d")
    d.yearOffset = name.hasPrefix("th") ? 543 : 0
    applyNames(name, d)
    c.numberFormat.isReadOnly = true
    d.isReadOnly = true
    return c
  }

  private static func applyNumbers(_ f: [String], _ n: NumberFormatObject) {
    n.decimalSeparator = f[4]
    n.groupSeparator = f[5]
    n.currencyDecimalSeparator = f[4]
    n.currencyGroupSeparator = f[5]
    n.percentDecimalSeparator = f[4]
    n.percentGroupSeparator = f[5]
    n.currencySymbol = f[6]
    n.currencyDecimalDigits = Int(f[7]) ?? 2
    n.currencyPositivePattern = Int(f[8]) ?? 0
    n.currencyNegativePattern = Int(f[9]) ?? 0
    n.percentPositivePattern = Int(f[10]) ?? 0
    n.percentNegativePattern = n.percentPositivePattern
    n.decimalDigits = 3
    n.percentDecimalDigits = 3
    n.positiveInfinitySymbol = "∞"
    n.negativeInfinitySymbol = "-∞"
  }

  private static func applyNames(_ culture: String, _ d: DateFormatObject) {
    let language = culture.prefix { $0 != "-" }
    for row in names {
      let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard f.count >= 8, f[0] == language else { continue }
      d.dayNames = DateFormatObject.words(f[1])
      d.abbreviatedDayNames = DateFormatObject.words(f[2])
      d.shortestDayNames = d.abbreviatedDayNames
      d.monthNames = DateFormatObject.words(f[3])
      d.abbreviatedMonthNames = DateFormatObject.words(f[4])
      d.amDesignator = f[5]
      d.pmDesignator = f[6]
      d.dateSeparator = f[7]
    }
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmedSpaces: String {
    let u = unicodeScalars
    guard let first = u.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = u.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(u[first...last])
  }
}
