package dev.tauriboot.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessEvent;
import dev.tauriboot.authority.AccessRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Remembers what access control refused, so that a tester can tell its refusals from all
 * other rejections.
 */
final class TestDenials implements ApplicationListener<PayloadApplicationEvent<AccessEvent.Denied>> {

	private final AtomicLong count = new AtomicLong();

	private final Map<AccessRequest, Entry> latest = new ConcurrentHashMap<>();

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<AccessEvent.Denied> event) {
		AccessEvent.Denied denied = event.getPayload();
		this.latest.put(denied.request(), new Entry(this.count.incrementAndGet(), denied.decision()));
	}

	long count() {
		return this.count.get();
	}

	AccessDecision.@Nullable Denied find(AccessRequest request, long since) {
		Entry entry = this.latest.get(request);
		return (entry != null && entry.number() > since) ? entry.decision() : null;
	}

	private record Entry(long number, AccessDecision.Denied decision) {

	}

}
