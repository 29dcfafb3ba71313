package vn.cchc.survey.invitation;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import vn.cchc.rest.start.SettingConverters.WebAddress;

/** Where invitations lead. */
@ConfigMapping(prefix = "cchc.survey")
public interface InvitationConfig {

    /** Address at which citizens reach the gateway: links and QR codes of invitations lead there. */
    @WithConverter(WebAddress.class)
    URI publicUrl();
}
