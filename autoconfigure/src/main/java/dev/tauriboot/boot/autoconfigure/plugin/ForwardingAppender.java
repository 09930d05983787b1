package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.tauriboot.plugin.log.LogForwarder;
import dev.tauriboot.plugin.log.LogLevel;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Hands what Logback logs to pages, formatted as Tauri formats it and without stack
 * traces. What is logged on the way to a page would have no end, and is left out.
 */
final class ForwardingAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
		implements InitializingBean, DisposableBean {

	private static final String PATTERN = "[%d{yyyy-MM-dd,UTC}][%d{HH:mm:ss,UTC}][%logger][%level] %msg%nopex";

	// What works on the way, and the consoles of pages, where attachConsole() prints.
	private static final List<String> ON_THE_WAY = List.of("dev.tauriboot.authority.", "dev.tauriboot.browser.",
			"dev.tauriboot.channel.", "dev.tauriboot.command.", "dev.tauriboot.door.", "dev.tauriboot.event.",
			"dev.tauriboot.ipc.", "dev.tauriboot.isolation.", "dev.tauriboot.javafx.", "dev.tauriboot.page.",
			"dev.tauriboot.plugin.event.", "dev.tauriboot.plugin.log.", "dev.tauriboot.window.", "tauri.console.");

	// They tell of each message when they are asked for details.
	private static final List<String> CHATTY = List.of("io.netty.", "reactor.", "org.springframework.",
			"io.micrometer.");

	private final LogForwarder forwarder;

	private final Level level;

	private final PatternLayout layout = new PatternLayout();

	ForwardingAppender(LogForwarder forwarder, LogLevel level) {
		this.forwarder = forwarder;
		this.level = Level.toLevel(level.name());
		setName("tauri-log");
	}

	@Override
	public void afterPropertiesSet() {
		org.slf4j.ILoggerFactory factory = org.slf4j.LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			setContext(context);
			this.layout.setContext(context);
			this.layout.setPattern(PATTERN);
			this.layout.start();
			start();
			context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
		}
	}

	@Override
	public void destroy() {
		if (getContext() instanceof LoggerContext context) {
			context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
			stop();
			this.layout.stop();
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLevel().isGreaterOrEqual(this.level) && !isOnTheWay(event)) {
			this.forwarder.forward(level(event.getLevel()), this.layout.doLayout(event));
		}
	}

	private static boolean isOnTheWay(ILoggingEvent event) {
		String name = event.getLoggerName();
		return startsWithAny(name, ON_THE_WAY)
				|| (!event.getLevel().isGreaterOrEqual(Level.INFO) && startsWithAny(name, CHATTY));
	}

	private static boolean startsWithAny(String name, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	private static LogLevel level(Level level) {
		return switch (level.toInt()) {
			case Level.TRACE_INT -> LogLevel.TRACE;
			case Level.DEBUG_INT -> LogLevel.DEBUG;
			case Level.WARN_INT -> LogLevel.WARN;
			case Level.ERROR_INT -> LogLevel.ERROR;
			default -> LogLevel.INFO;
		};
	}

}
