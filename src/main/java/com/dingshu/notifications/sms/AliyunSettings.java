package com.dingshu.notifications.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Aliyun's short message service; without an access key id, it is not used.
 *
 * @param signName the sender's name as registered
 * @param templates our template name and language, such as shipped-zh, to the registered code, such as SMS_123456
 */
@ConfigurationProperties("dingshu.sms.aliyun")
record AliyunSettings(
        @DefaultValue("") String accessKeyId,
        @DefaultValue("") String accessKeySecret,
        @DefaultValue("https://dysmsapi.aliyuncs.com/") URI endpoint,
        @DefaultValue("cn-hangzhou") String region,
        @DefaultValue("") String signName,
        @DefaultValue Map<String, String> templates,
        @DefaultValue("5s") Duration timeout) {

    @Override
    public String toString() {
        return "AliyunSettings[" + accessKeyId + ", " + endpoint + "]";
    }
}
