package dev.tauriboot.plugin.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are reached without a proxy: domains with what is below them, addresses,
 * blocks of addresses, or {@code *} for all.
 *
 * @param entries the entries in lower case
 * @since 0.1.0
 */
public record NoProxy(List<String> entries) {

	public NoProxy {
		entries = List.copyOf(entries);
	}

	static NoProxy of(@Nullable String text) {
		List<String> entries = new ArrayList<>();
		for (String entry : ((text != null) ? text : "").split(",")) {
			if (!entry.isBlank()) {
				entries.add(entry.strip().toLowerCase(Locale.ROOT));
			}
		}
		return new NoProxy(entries);
	}

	boolean matches(String hostname) {
		String host = ProxyRule.plain(hostname);
		byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
		for (String entry : this.entries) {
			if (entry.equals("*") || ((address != null) ? isIn(address, entry) : isBelow(host, entry))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBelow(String host, String entry) {
		String domain = entry.startsWith(".") ? entry.substring(1) : entry;
		return host.equals(domain) || host.endsWith("." + domain);
	}

	private static boolean isIn(byte[] address, String entry) {
		int slash = entry.indexOf('/');
		String base = ProxyRule.plain((slash >= 0) ? entry.substring(0, slash) : entry);
		byte[] network = NetUtil.createByteArrayFromIpAddressString(base);
		if (network == null || network.length != address.length) {
			return false;
		}
		int bits = address.length * 8;
		int prefix = (slash >= 0) ? prefix(entry.substring(slash + 1)) : bits;
		return prefix >= 0 && prefix <= bits && new BigInteger(1, address).shiftRight(bits - prefix)
			.equals(new BigInteger(1, network).shiftRight(bits - prefix));
	}

	private static int prefix(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
