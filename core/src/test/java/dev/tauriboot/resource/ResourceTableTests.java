package dev.tauriboot.resource;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ResourceTable}.
 */
class ResourceTableTests {

	private final ResourceTable table = new ResourceTable();

	private final TestPage page = TestPage.of("main");

	private final AtomicInteger closed = new AtomicInteger();

	private final AutoCloseable resource = this.closed::incrementAndGet;

	// row 117, plugins row 10
	@Test
	void numbersAreDistinctUnsignedAndNotZero() {
		Set<Long> numbers = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			numbers.add(this.table.add(this.page.page(), "x"));
		}
		assertThat(numbers).hasSize(10_000).allSatisfy((rid) -> assertThat(rid).isBetween(1L, (1L << 32) - 1));
		assertThat(this.table.count(this.page.page())).isEqualTo(10_000);
	}

	@Test
	void resourceIsFoundByItsPageAndType() {
		long rid = this.table.add(this.page.page(), "x");
		assertThat(this.table.get(this.page.page(), rid, String.class)).isEqualTo("x");
		assertInvalid(rid, () -> this.table.get(this.page.page(), rid, Integer.class));
		assertInvalid(0, () -> this.table.get(this.page.page(), 0, String.class));
	}

	@Test
	void otherPageDoesNotReachIt() {
		long rid = this.table.add(this.page.page(), this.resource);
		TestPage other = TestPage.of("other");
		this.table.add(other.page(), "its own");
		TestPage sameWebview = TestPage.of("main");
		for (TestPage stranger : new TestPage[] { other, sameWebview }) {
			assertInvalid(rid, () -> this.table.get(stranger.page(), rid, AutoCloseable.class));
			assertInvalid(rid, () -> this.table.close(stranger.page(), rid));
		}
		assertThat(this.closed).hasValue(0);
	}

	// row 117
	@Test
	void resourceIsClosedOnce() {
		long rid = this.table.add(this.page.page(), this.resource);
		this.table.close(this.page.page(), rid);
		assertThat(this.closed).hasValue(1);
		assertInvalid(rid, () -> this.table.close(this.page.page(), rid));
		this.page.page().close();
		assertThat(this.closed).hasValue(1);
	}

	@Test
	void resourcesEndWithTheirPage() {
		long rid = this.table.add(this.page.page(), this.resource);
		this.table.add(this.page.page(), (AutoCloseable) () -> {
			throw new IllegalStateException("cannot close");
		});
		this.table.add(this.page.page(), this.resource);
		this.page.page().close();
		assertThat(this.closed).hasValue(2);
		assertThat(this.table.count(this.page.page())).isZero();
		assertThat(this.table.pages()).isZero();
		assertInvalid(rid, () -> this.table.get(this.page.page(), rid, AutoCloseable.class));
	}

	@Test
	void pageThatIsGoneTakesNothing() {
		this.page.page().close();
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> this.table.add(this.page.page(), this.resource));
		assertThat(this.closed).hasValue(1);
		assertThat(this.table.pages()).isZero();
	}

	// plugins row 12
	@Test
	void sharedResourceIsForAllPages() {
		long rid = this.table.addShared(this.resource);
		TestPage other = TestPage.of("other");
		assertThat(rid).isBetween(1L, (1L << 32) - 1);
		assertThat(this.table.get(this.page.page(), rid, AutoCloseable.class)).isSameAs(this.resource);
		assertThat(this.table.get(other.page(), rid, AutoCloseable.class)).isSameAs(this.resource);
		assertInvalid(rid, () -> this.table.get(other.page(), rid, String.class));
		this.table.add(this.page.page(), "its own");
		this.page.page().close();
		assertThat(this.closed).hasValue(0);
		this.table.close(other.page(), rid);
		assertThat(this.closed).hasValue(1);
		assertInvalid(rid, () -> this.table.get(other.page(), rid, AutoCloseable.class));
		assertInvalid(rid, () -> this.table.close(other.page(), rid));
	}

	@Test
	void sharedResourceThatIsRemovedIsNotClosed() {
		long rid = this.table.addShared(this.resource);
		this.table.removeShared(rid);
		this.table.removeShared(rid);
		assertInvalid(rid, () -> this.table.get(this.page.page(), rid, AutoCloseable.class));
		assertThat(this.closed).hasValue(0);
	}

	private static void assertInvalid(long rid, Runnable call) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(call::run)
			.withMessage("The resource id " + rid + " is invalid.");
	}

}
