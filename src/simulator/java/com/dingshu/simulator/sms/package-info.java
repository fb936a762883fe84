/**
 * Aliyun's short message service: {@code SendSms} with its RPC signature. What was sent can be listed.
 *
 * <pre>
 * POST, GET /aliyun-sms/                 SendSms
 * POST /_sim/sms/accounts                {"accessKeyId", "accessKeySecret"}
 * GET, DELETE /_sim/sms/messages         what was sent
 * </pre>
 *
 * <p>Faults of channel {@code aliyun-sms}, target {@code api}: {@code status}, {@code drop}, {@code limit}
 * (isv.BUSINESS_LIMIT_CONTROL).
 */
package com.dingshu.simulator.sms;
