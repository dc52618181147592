// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/benchmark_formats.h"

#include <string_view>
#include <vector>

#include "core/base/join.h"

namespace gbs {

// Defined in the readers' files, one file per format (phrases_files.cpp: TSV and JSONL).
bool recognize_flickr30k_entities(BenchmarkFolder& about);
void read_flickr30k_entities(const ReaderInput& input, QueryCollector& out);
bool recognize_visual_genome(BenchmarkFolder& about);
void read_visual_genome(const ReaderInput& input, QueryCollector& out);
bool recognize_refer(BenchmarkFolder& about);
void read_refer(const ReaderInput& input, QueryCollector& out);
bool recognize_coco(BenchmarkFolder& about);
void read_coco(const ReaderInput& input, QueryCollector& out);
bool recognize_phrases_tsv(BenchmarkFolder& about);
void read_phrases_tsv(const ReaderInput& input, QueryCollector& out);
bool recognize_phrases_jsonl(BenchmarkFolder& about);
void read_phrases_jsonl(const ReaderInput& input, QueryCollector& out);
// Of annotation tools (annotations_json.cpp, annotations_xml.cpp, yolo.cpp).
bool recognize_labelme(BenchmarkFolder& about);
void read_labelme(const ReaderInput& input, QueryCollector& out);
bool recognize_label_studio(BenchmarkFolder& about);
void read_label_studio(const ReaderInput& input, QueryCollector& out);
bool recognize_via(BenchmarkFolder& about);
void read_via(const ReaderInput& input, QueryCollector& out);
bool recognize_pascal_voc(BenchmarkFolder& about);
void read_pascal_voc(const ReaderInput& input, QueryCollector& out);
bool recognize_cvat(BenchmarkFolder& about);
void read_cvat(const ReaderInput& input, QueryCollector& out);
bool recognize_yolo(BenchmarkFolder& about);
void read_yolo(const ReaderInput& input, QueryCollector& out);

namespace {

constexpr BenchmarkFormat formats[] = {
    {.title = "Flickr30k Entities",
     .files = "Annotations/*.xml, Sentences/*.txt",
     .recognize = recognize_flickr30k_entities,
     .read = read_flickr30k_entities},
    {.title = "Visual Genome",
     .files = "region_descriptions.json, image_data.json",
     .recognize = recognize_visual_genome,
     .read = read_visual_genome,
     .rules = {.mg_merge = ProtocolRules::Merge::equal_phrases,
               .wwbl_merge = ProtocolRules::Merge::nothing,
               .mg_max_words = 9,
               .wwbl_max_words = 79,
               .boxes = ProtocolRules::Boxes::regions}},
    // ReferIt (RefCLEF), RefCOCO, RefCOCO+ and RefCOCOg
    {.title = "ReferIt and RefCOCO",
     .files = "instances.json, refs(*).json",
     .recognize = recognize_refer,
     .read = read_refer,
     .rules = {.mg_merge = ProtocolRules::Merge::equal_phrases_of_entity,
               .wwbl_merge = ProtocolRules::Merge::equal_phrases_of_entity,
               .boxes = ProtocolRules::Boxes::references}},
    {.title = "MS-COCO",
     .files = "instances_*.json, captions_*.json",
     .recognize = recognize_coco,
     .read = read_coco,
     .rules = {.boxes = ProtocolRules::Boxes::edges}},
    {.title = "phrases in a TSV file",
     .files = "columns image, width, height, x1, y1, x2, y2, phrase",
     .recognize = recognize_phrases_tsv,
     .read = read_phrases_tsv,
     .file_extension = ".tsv"},
    {.title = "phrases in a JSONL file",
     .files = "keys image, phrase, width, height, boxes",
     .recognize = recognize_phrases_jsonl,
     .read = read_phrases_jsonl,
     .file_extension = ".jsonl",
     .rules = {.boxes = ProtocolRules::Boxes::edges}},
    {.title = "labelme",
     .files = "*.json with imagePath and shapes",
     .recognize = recognize_labelme,
     .read = read_labelme,
     .rules = {.boxes = ProtocolRules::Boxes::edges},
     .has_labels = true},
    {.title = "Label Studio",
     .files = "*.json, an array of tasks",
     .recognize = recognize_label_studio,
     .read = read_label_studio,
     .rules = {.boxes = ProtocolRules::Boxes::edges},
     .has_labels = true},
    {.title = "VIA",
     .files = "*.json or *.csv with regions",
     .recognize = recognize_via,
     .read = read_via,
     .rules = {.boxes = ProtocolRules::Boxes::edges},
     .has_labels = true},
    {.title = "CVAT",
     .files = "*.xml with annotations",
     .recognize = recognize_cvat,
     .read = read_cvat,
     .rules = {.boxes = ProtocolRules::Boxes::edges},
     .has_labels = true},
    {.title = "Pascal VOC",
     .files = "*.xml, an annotation for each image",
     .recognize = recognize_pascal_voc,
     .read = read_pascal_voc,
     .has_labels = true},
    {.title = "YOLO",
     .files = "*.txt, classes.txt, obj.names or data.yaml",
     .recognize = recognize_yolo,
     .read = read_yolo,
     .rules = {.boxes = ProtocolRules::Boxes::edges},
     .has_labels = true},
};

}  // namespace

std::span<const BenchmarkFormat> benchmark_formats() {
    return formats;
}

std::string list_benchmark_formats() {
    std::vector<std::string_view> titles;
    for (const BenchmarkFormat& format : formats)
        if (format.file_extension.empty()) titles.push_back(format.title);
    return join(titles, ", ");
}

}  // namespace gbs
