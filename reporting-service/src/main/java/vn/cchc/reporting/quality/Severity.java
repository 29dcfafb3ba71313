package vn.cchc.reporting.quality;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "ERROR prevents the submission; WARNING needs an explanation")
public enum Severity {
    ERROR,
    WARNING
}
