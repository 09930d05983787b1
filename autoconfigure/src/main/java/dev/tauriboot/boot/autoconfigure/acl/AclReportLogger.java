package dev.tauriboot.boot.autoconfigure.acl;

import java.util.Set;

import dev.tauriboot.authority.report.AclFinding;
import dev.tauriboot.authority.report.AclFinding.Kind;
import dev.tauriboot.authority.report.AclReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Writes what is odd about the capabilities into the log, once, when the application has
 * started.
 */
final class AclReportLogger implements ApplicationListener<ApplicationStartedEvent> {

	private static final Log logger = LogFactory.getLog(AclReport.class);

	// A capability for another platform is as it should be, so is one that grants no more
	// of a plugin than its pages need, and the starter has more plugins than any
	// application uses.
	private static final Set<Kind> QUIET = Set.of(Kind.INACTIVE_CAPABILITY, Kind.PARTLY_GRANTED_PLUGIN,
			Kind.UNUSED_PLUGIN);

	private final ObjectProvider<AclReport> report;

	AclReportLogger(ObjectProvider<AclReport> report) {
		this.report = report;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		for (AclFinding finding : this.report.getObject().findings()) {
			if (QUIET.contains(finding.kind())) {
				logger.debug(finding);
			}
			else {
				logger.warn(finding);
			}
		}
	}

}
