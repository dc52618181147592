<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gbs::BoxSources</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation>
            <numerusform>Ground truth: %n phrase of %1 photos.</numerusform>
            <numerusform>Ground truth: %n phrases of %1 photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Detector: %n box(es) on %1 photos.</source>
        <translation>
            <numerusform>Detector: %n box(es) on %1 photos.</numerusform>
            <numerusform>Detector: %n box(es) on %1 photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::Explorer</name>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation>
            <numerusform>Add %n phrase</numerusform>
            <numerusform>Add %n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::GroundingWorker</name>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation>
            <numerusform>Grounding %n phrase…</numerusform>
            <numerusform>Grounding %n phrases…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::ImageListPanel</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::ModelCardDialog</name>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
</context>
</TS>
