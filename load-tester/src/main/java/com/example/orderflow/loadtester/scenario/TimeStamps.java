package com.example.orderflow.loadtester.scenario;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The time stamps of a CSV file.
 *
 * @param by only the first row of each value of this column counts; empty for every row
 * @param format as {@link DateTimeFormatter} has it
 */
record TimeStamps(Path file, String column, String by, String format) {

  /** Milliseconds, in the order of the file. */
  List<Long> read() throws IOException {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ROOT);
    List<Long> stamps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        if (by.isEmpty() || seen.add(cell(row, by))) {
          stamps.add(millis(formatter, cell(row, column)));
        }
        if (stamps.size() > Scenario.MOST_REQUESTS) {
          throw fault("more than %,d time stamps".formatted(Scenario.MOST_REQUESTS));
        }
      }
    }
    return stamps;
  }

  private String cell(Map<String, String> row, String name) {
    String cell = row.get(name);
    if (cell == null) {
      throw fault("no column \"%s\" among %s".formatted(name, row.keySet()));
    }
    return cell;
  }

  private long millis(DateTimeFormatter formatter, String text) {
    try {
      return LocalDateTime.parse(text, formatter).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw fault("%s: \"%s\" is not of the form %s".formatted(column, text, format));
    }
  }

  private ScenarioException fault(String what) {
    return new ScenarioException(List.of(file + ": " + what));
  }
}
