import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import type { Helper } from './helper.ts';
import { rText } from './text.ts';

const SAID = R_SCRIPT.said;

/** What reads a CSV file as quarterline does. */
export const READING: readonly Helper[] = [
  {
    name: 'tidy',
    code: String.raw`tidy <- function(text) gsub("^ | $", "", gsub("[\\h\\v]+", " ", text, perl = TRUE))`,
  },
  {
    name: 'table_lines',
    code: String.raw`table_lines <- function(text, from, to = Inf) {
  lines <- strsplit(text, "\n", fixed = TRUE)[[1]]
  paste(lines[from:min(to, length(lines))], collapse = "\n")
}`,
  },
  {
    name: 'marks_out',
    code: String.raw`marks_out <- function(text, sep) {
  quoted <- sprintf('(?<![^%s\n])"(?:[^"]|"")*+"(?![^%s\n])(*SKIP)(*FAIL)|"', sep, sep)
  gsub(quoted, "\ue000", text, perl = TRUE)
}`,
  },
  {
    name: 'marks_back',
    code: String.raw`marks_back <- function(d) {
  back <- function(cells) gsub("\ue000", "\"", cells, fixed = TRUE)
  d[] <- lapply(d, back)
  setNames(d, back(names(d)))
}`,
  },
  {
    name: 'read_input',
    code: String.raw`read_input <- function(path, encoding, sep, quote, sha256, md5, repair = identity) {
  file <- if (grepl("^([/\\\\]|[A-Za-z]:)", path)) path else file.path(folder, path)
  if (!file.exists(file)) stop(${rText(SAID.noFile)}, file)
  as_recorded <- if (getRversion() >= "4.5.0") tools::sha256sum(file) == sha256 else tools::md5sum(file) == md5
  if (!as_recorded) changed <<- c(changed, path)
  text <- iconv(list(readBin(file, "raw", file.size(file))), encoding, "UTF-8", sub = "byte")
  text <- repair(gsub("\r\n?", "\n", sub("^\ufeff", "", text)))
  d <- read.csv(text = text, header = FALSE, sep = sep, quote = quote, colClasses = "character", na.strings = NULL)
  d[] <- lapply(d, tidy)
  d <- d[do.call(paste0, d) != "", ]
  setNames(d[-1, , drop = FALSE], unlist(d[1, ]))
}`,
  },
  {
    name: 'number',
    code: String.raw`number <- function(cells) {
  below_zero <- grepl("^[ \u00a3]*[(\u2010-\u2013\u2212-]", cells)
  digits <- gsub("^[^0-9.]+|[^0-9.eE+-]", "", cells)
  ifelse(digits == "", NA, ifelse(below_zero, -1, 1) * suppressWarnings(as.numeric(digits)))
}`,
  },
  { name: 'lookup', code: 'lookup <- function(cells, texts, values) values[match(cells, texts)]' },
  {
    name: 'cells_of',
    code: `cells_of <- function(area, period, cells, group = "") {
  d <- data.frame(area = area, group = group, period = period, value = number(cells))
  unique(d[complete.cases(d), ])
}`,
  },
  {
    name: 'quarters_of_months',
    code: `quarters_of_months <- function(d, combine) {
  d <- unique(d)
  by <- list(area = d$area, group = d$group, period = d$period %/% 3)
  made <- aggregate(list(value = d$value), by, combine)
  made[aggregate(d$value, by, length)$x == 3, ]
}`,
  },
  {
    name: 'quarters_of_days',
    code: `quarters_of_days <- function(d, combine) {
  d <- unique(d)
  day <- as.POSIXlt(as.Date(d$period, origin = "1970-01-01"))
  by <- list(area = d$area, group = d$group, period = 4 * (day$year + 1900) + day$mon %/% 3)
  made <- aggregate(list(value = d$value), by, combine)
  begin <- function(q) as.numeric(as.Date(sprintf("%d-%02d-01", q %/% 4, 3 * (q %% 4) + 1)))
  made[aggregate(d$value, by, length)$x == begin(made$period + 1) - begin(made$period), ]
}`,
  },
  {
    name: 'pool',
    code: `pool <- function(d, areas) {
  d <- unique(d[d$area %in% areas, ])
  if (!all(areas %in% d$area)) return(numeric())
  one <- paste(d$area, d$group, sep = "\\n")
  total <- tapply(d$value, d$period, sum)
  total[tapply(one, d$period, length) == length(unique(one))]
}`,
  },
  {
    name: 'by_quarter',
    code: `by_quarter <- function(areas) {
  y <- pool(events, areas)
  n <- pool(people, areas)[names(y)]
  data.frame(quarter = as.numeric(names(y)), y = as.vector(y), n = as.vector(n))
}`,
  },
  {
    name: 'within_dates',
    code: 'within_dates <- function(a) a[a$quarter >= first & a$quarter <= last & !(a$quarter %in% washout), ]',
  },
  {
    name: 'rates',
    code: `rates <- function(a) {
  sized <- !anyNA(a$n)
  transform(a, rate = if (sized) 1000 * y / n else y, thousands = if (sized) n / 1000 else 1, size = if (sized) log(n) else 0)
}`,
  },
  {
    name: 'paired',
    code: `paired <- function(d) {
  sized <- !anyNA(c(d$np, d$nc))
  transform(d, rp = if (sized) 1000 * yp / np else yp, rc = if (sized) 1000 * yc / nc else yc,
    size = if (sized) log(np / nc) else 0)
}`,
  },
];
