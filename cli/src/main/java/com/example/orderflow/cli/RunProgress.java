package com.example.orderflow.cli;

import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar of orders at rest, with rate and time left; nothing where there is no terminal. */
final class RunProgress implements RunListener, AutoCloseable {
  private static final int WIDTH = 100;

  private final ProgressBar bar;
  private final AtomicReference<String> lastTrouble = new AtomicReference<>();
  private volatile LoadRun run;

  RunProgress(long orders) {
    bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName("orders")
                .setInitialMax(orders)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(new PrintStream(System.err, true)))
                .build();
  }

  /** The run whose numbers are shown; it needs this listener first. */
  void follow(LoadRun followed) {
    run = followed;
  }

  @Override
  public void seen(SeenEvent event) {
    if (bar != null && run != null) {
      bar.stepTo(run.atRest());
    }
  }

  @Override
  public void retrying(OutgoingOrder order, String reason) {
    String last = lastTrouble.getAndSet(reason);
    if (!reason.equals(last)) {
      System.err.printf("%n  trying again: %s%n", reason);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
