package com.dingshu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole of Dingshu in one process; several of them may share one database. */
@SpringBootApplication
public class DingshuApplication {

    public static void main(String[] args) {
        SpringApplication.run(DingshuApplication.class, args);
    }
}
