package com.dingshu.shipping.sf;

/** The services of SF's open platform that we call, by their codes. */
enum SfService {
    EXP_RECE_CREATE_ORDER,
    EXP_RECE_SEARCH_ORDER_RESP,
    EXP_RECE_UPDATE_ORDER,
    EXP_RECE_SEARCH_ROUTES,
    EXP_RECE_SEARCH_PROMITM
}
