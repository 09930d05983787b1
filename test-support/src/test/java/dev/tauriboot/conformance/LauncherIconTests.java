package dev.tauriboot.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Label;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowHint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Badges and progress where the desktop has a launcher that shows them.
 */
@Import(LauncherDesktop.class)
class LauncherIconTests extends WindowTests {

	@Autowired
	LauncherDesktop desktop;

	@BeforeEach
	void nothingTold() {
		this.desktop.told.clear();
	}

	private List<Map<String, Object>> told(int count) throws InterruptedException {
		List<Map<String, Object>> told = new ArrayList<>();
		while (told.size() < count) {
			Map<String, Object> next = this.desktop.told.poll(20, TimeUnit.SECONDS);
			assertThat(next).as("after " + told).isNotNull();
			assertThat(next.remove("uri")).isEqualTo("application://notes.desktop");
			told.add(next);
		}
		return told;
	}

	@Test
	void pageShowsBadgesAndProgress() throws Exception {
		js(MODULES + """
				const w = windows.getCurrentWindow();
				const { ProgressBarStatus } = windows;
				await w.setBadgeCount(3);
				await w.setBadgeCount();
				await w.setProgressBar({ status: ProgressBarStatus.Normal, progress: 25 });
				await w.setProgressBar({ progress: 75 });
				for (const status of [ProgressBarStatus.Indeterminate, ProgressBarStatus.Paused,
				    ProgressBarStatus.Error, ProgressBarStatus.None]) {
				  await w.setProgressBar({ status });
				}
				return null;
				""");
		assertThat(told(8)).containsExactly(Map.of("count", 3L, "count-visible", true),
				Map.of("count", 0L, "count-visible", false), Map.of("progress", 0.25, "progress-visible", true),
				Map.of("progress", 0.75), Map.of("progress-visible", true), Map.of("progress-visible", true),
				Map.of("progress-visible", true), Map.of("progress-visible", false));
	}

	@Test
	void javaShowsBadgesAndProgress() throws Exception {
		Window window = this.runtime.find(Label.of("main"));
		window.show(new WindowHint.BadgeCount(7L));
		window.show(new WindowHint.Progress("normal", 50L));
		assertThat(told(2)).containsExactly(Map.of("count", 7L, "count-visible", true),
				Map.of("progress", 0.5, "progress-visible", true));
	}

	@Test
	void launcherShowsNoTextNoPictureAndNoCall() throws Exception {
		assertThat(js(MODULES + """
				const w = windows.getCurrentWindow();
				const reason = (promise) => promise.then(() => 'works', (reason) => reason.replace(/ by .*/, ''));
				return [await reason(w.setBadgeLabel('new')), await reason(w.requestUserAttention(2)),
				  await reason(w.setOverlayIcon({ rgba: [1, 2, 3, 4], width: 1, height: 1 }))];
				""").toString()).isEqualTo(
				"[\"window.set_badge_label is not supported\",\"window.request_user_attention is not supported\","
						+ "\"window.set_overlay_icon is not supported\"]");
	}

}
