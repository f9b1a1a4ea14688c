package com.example.orderflow.loadtester.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

/** A run over time, for a spreadsheet. */
public final class SeriesCsv {
  private static final CsvMapper MAPPER = new CsvMapper();

  private SeriesCsv() {}

  public static String of(LoadReport load) {
    try {
      return MAPPER
          .writer(MAPPER.schemaFor(LoadReport.Second.class).withHeader())
          .writeValueAsString(load.series());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers can be written", e);
    }
  }
}
