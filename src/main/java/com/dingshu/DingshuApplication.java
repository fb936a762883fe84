package com.dingshu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The whole of Dingshu in one process; several of them may share one database. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class DingshuApplication {

    public static void main(String[] args) {
        SpringApplication.run(DingshuApplication.class, args);
    }
}
