package com.dingshu.customers;

/** Contact data as everybody sees it: 陈*蓉, 138****6207, the region with the first two characters of the street. */
public record MaskedContact(String name, String phone, String address) {}
