package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a JVM would read its startup cache. When it does not fit the JVM goes on without, and
 * says nothing; so it is asked to fail in that case, and to do nothing else.
 *
 * <pre>
 *   java … -XX:AOTCache=FILE -Xlog:disable    -jar JAR
 *   java … -XX:AOTCache=FILE -XX:AOTMode=on   -cp  JAR -version   ─► 0, or not and the reason
 * </pre>
 */
public final class CacheFit {
  /** As in {@code [0.033s][warning][aot] This file is not the one used …}. */
  private static final Pattern REASON =
      Pattern.compile("^\\[[^]]*]\\[(?:warning|error) *]\\[[^]]*] (.*)$", Pattern.MULTILINE);

  private CacheFit() {}

  /**
   * Why it would not.
   *
   * @param command that runs a program with its startup cache
   */
  public static Optional<String> misfit(List<String> command)
      throws IOException, InterruptedException {
    Process jvm = new ProcessBuilder(question(command)).redirectErrorStream(true).start();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return jvm.waitFor() == 0 ? Optional.empty() : Optional.of(reason(said));
  }

  static List<String> question(List<String> command) {
    List<String> question = new ArrayList<>(command);
    question.remove("-Xlog:disable");
    question.add(1, StartupCache.INSIST);
    question.replaceAll(part -> part.equals("-jar") ? "-cp" : part);
    question.add("-version");
    return question;
  }

  private static String reason(String said) {
    Matcher line = REASON.matcher(said);
    return line.find() ? line.group(1) : said.strip();
  }
}
