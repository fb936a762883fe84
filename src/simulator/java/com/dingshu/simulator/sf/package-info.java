/**
 * SF Express's open platform: the gateway with its digests, waybill numbers, routes by look-up and by push along a time line.
 *
 * <pre>
 * POST /sf/std/service                            the gateway: a form with partnerID, serviceCode, timestamp, msgDigest, msgData
 * POST /_sim/sf/accounts                          {"partnerID", "checkWord", "push": "http://.../sf/push", "handsOver"}
 * GET  /_sim/sf/waybills                          everything issued
 * POST /_sim/sf/waybills/{no}/scan                {"opCode", "place", "remark", "minutesAgo"}: one line, pushed at once
 * POST /_sim/sf/waybills/{no}/handover            of an account that hands over: the parcel's way begins now
 * GET, POST /_sim/sf/timeline                     [{"afterSeconds", "opCode", "place", "remark"}]; an empty list stops it
 * </pre>
 *
 * <p>Faults of channel {@code sf} and target {@code api}: {@code status}, {@code latency}, {@code drop} as everywhere,
 * {@code lost} (the order is taken, the answer is not sent), {@code gateway} (answers apiResultCode A + value). Of target
 * {@code push}: {@code drop}, {@code duplicate}. An address that contains 不收派 is not served.
 */
package com.dingshu.simulator.sf;
