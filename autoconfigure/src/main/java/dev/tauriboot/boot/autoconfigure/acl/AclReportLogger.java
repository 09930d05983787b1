package dev.tauriboot.boot.autoconfigure.acl;

import dev.tauriboot.authority.report.AclFinding;
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

	private final ObjectProvider<AclReport> report;

	AclReportLogger(ObjectProvider<AclReport> report) {
		this.report = report;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		for (AclFinding finding : this.report.getObject().findings()) {
			// A capability for another platform is as it should be.
			if (finding.kind() == AclFinding.Kind.INACTIVE_CAPABILITY) {
				logger.debug(finding);
			}
			else {
				logger.warn(finding);
			}
		}
	}

}
