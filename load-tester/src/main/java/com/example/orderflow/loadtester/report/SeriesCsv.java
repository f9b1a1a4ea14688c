package com.example.orderflow.loadtester.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

/** A run over time, for a spreadsheet. */
public final class SeriesCsv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

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
