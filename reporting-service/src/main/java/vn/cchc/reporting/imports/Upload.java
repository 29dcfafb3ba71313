package vn.cchc.reporting.imports;

import java.util.UUID;

import vn.cchc.rest.input.StreamedBody;

/** A file that was stored in pieces while it arrived. */
record Upload(UUID id, String sha256, long size) implements StreamedBody {
}
