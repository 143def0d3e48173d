/** Events per month of a year; `month` 1–12, or `null` where the date is a year alone. */
export interface MonthCount {
  month: number | null
  count: number
}

/** Events per year; `year` is `null` for undated events. */
export interface YearCount {
  year: number | null
  count: number
  months: MonthCount[]
}

/** Events per day of a month; `day` 1–31, or `null` where the date is a month alone. */
export interface DayCount {
  day: number | null
  count: number
}

/** A name with the number of its events. */
export interface NameCount {
  name: string
  count: number
}

/** A page of a list of names. */
export interface NamePage {
  total: number
  names: NameCount[]
}

/** Which names to list. */
export interface NameRequest {
  /** Letters anywhere in the name, case and accents ignored; empty lists all. */
  filter: string
  sort: 'count' | 'name'
  offset: number
  limit: number
}
