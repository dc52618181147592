// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz_targets.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/base/yaml_file.h"
#include "core/data/benchmark.h"
#include "core/data/captioned_images.h"
#include "core/data/phrase_list.h"
#include "core/data/webdataset.h"
#include "core/data/work_list.h"
#include "core/detector/bridge_answer.h"
#include "core/detector/detector_boxes.h"
#include "core/image/image.h"
#include "core/image/image_header.h"
#include "core/image/npy_map.h"
#include "core/tensor/safetensors.h"
#include "core/text/clip_tokenizer.h"
#include "core/text/elmo_tokenizer.h"
#include "core/text/sentence_piece.h"
#include "core/text/wordpiece_tokenizer.h"
#include "fuzz/fuzz_files.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

using Bytes = FuzzBytes;

void read_image(Bytes bytes) {
    const ImageHeader header = read_image_header(bytes, "photo");
    // A large photo goes the same way, and takes seconds.
    if (header.width > 2000 || header.height > 2000) throw Error("large");
    decode_image({bytes.begin(), bytes.end()}, "photo");
}

void read_captions(Bytes bytes) {
    constexpr std::array names{"captions.tsv", "captions.csv",   "captions.json",
                               "captions.txt", "captions.jsonl", "captions.token"};
    read_captioned_images(fuzz_folder(), write_as_one_of(names, bytes));
}

void read_phrases(Bytes bytes) {
    constexpr std::array names{"phrases.tsv", "phrases.txt"};
    const fs::path file = write_as_one_of(names, bytes);
    read_phrase_list(file);
    read_phrases_benchmark(file, fuzz_folder());
}

/// Everything in a data set, with its masks.
void read_splits(const fs::path& name) {
    const BenchmarkFolder found = recognize_benchmark(fuzz_folder() / name);
    bool has_queries = false;
    for (const BenchmarkSplit& split : found.splits) {
        const Benchmark benchmark = read_benchmark(found, split.name, {}, {}, Region::masks);
        has_queries = has_queries || !benchmark.queries.empty();
        std::vector<char> picture(std::size_t{8} * 6);
        for (const PhraseQuery& query : benchmark.queries)
            for (const auto& mask : query.masks)
                if (mask) {
                    mask->fill(picture, 8, 6);
                    mask->contains(query.width - 1, query.height - 1);
                }
    }
    if (!has_queries) throw Error("no phrase");
}

/// A folder in the layout of a data set, with one file of any contents.
void read_data_set(const fs::path& name, const fs::path& file, Bytes bytes) {
    write_fuzz_file(name / file, bytes);
    read_splits(name);
}

void read_coco(Bytes bytes) {
    read_data_set("coco", fs::path("annotations") / "instances_val2017.json", bytes);
}

/// "regions \0 sizes of the images".
void read_visual_genome(Bytes bytes) {
    constexpr std::array names{"region_descriptions.json", "image_data.json"};
    write_fuzz_parts("vg", names, bytes);
    write_fuzz_file("vg/densecap_splits.json", fuzz_bytes(R"({"test": [1000]})"));
    read_splits("vg");
}

/// "sentences \0 annotations" of one photo.
void read_flickr30k(Bytes bytes) {
    constexpr std::array names{"Sentences/1000.txt", "Annotations/1000.xml"};
    write_fuzz_parts("flickr30k", names, bytes);
    read_splits("flickr30k");
}

/// "instances \0 references".
void read_refer(Bytes bytes) {
    constexpr std::array names{"instances.json", "refs(unc).json"};
    write_fuzz_parts("refcoco", names, bytes);
    read_splits("refcoco");
}

/// A list of photos next to the annotations of one.
void read_split_list(Bytes bytes) {
    write_fuzz_file("splits/a.json", fuzz_bytes(R"({"version": "5", "imagePath": "a.jpg", "imageWidth": 64,
        "imageHeight": 48, "shapes": [{"label": "dog", "points": [[1, 2], [30, 40]], "shape_type": "rectangle"}]})"));
    constexpr std::array names{"splits/train.txt", "splits/densecap_splits.json"};
    for (const char* name : names) fs::remove(fuzz_folder() / name);
    write_as_one_of(names, bytes);
    read_splits("splits");
}

/// The first byte chooses the tool.
void read_annotations(Bytes bytes) {
    constexpr std::array names{"labelme/1.json", "studio/1.json", "via/1.json",
                               "voc/1.xml",      "cvat/1.xml",    "yolo/a.txt"};
    const std::size_t tool = bytes.empty() ? 0 : bytes[0] % names.size();
    write_fuzz_file("yolo/classes.txt", fuzz_bytes("dog\ncat\n"));
    // The header of a bitmap of 100 x 60 pixels, whose size the reader needs.
    constexpr std::uint8_t photo[58] = {'B', 'M', 58, 0,   0, 0, 0, 0,  0, 0, 54, 0, 0, 0, 40,
                                        0,   0,   0,  100, 0, 0, 0, 60, 0, 0, 0,  1, 0, 24};
    write_fuzz_file("yolo/a.bmp", photo);
    write_fuzz_file("via/a.bmp", photo);
    read_data_set(fs::path(names[tool]).parent_path(), fs::path(names[tool]).filename(),
                  bytes.empty() ? bytes : bytes.subspan(1));
}

void read_detector(Bytes bytes) {
    constexpr std::array names{"boxes.jsonl", "boxes.json"};
    static const fs::path instances = write_fuzz_file("instances.json", fuzz_bytes(R"({"images": [{"id": 1,
        "file_name": "a.jpg", "width": 64, "height": 48}], "categories": [{"id": 3, "name": "dog"}]})"));
    const bool results = !bytes.empty() && bytes[0] % 2 == 1;
    const DetectorBoxes boxes =
        read_detector_boxes(write_as_one_of(names, bytes), results ? instances : fs::path());
    for (const DetectorImage& image : boxes.images())
        for (const DetectorAnswer& answer : image.answers) boxes.boxes_for(image.image, answer.name);
}

/// A map may be in "map.npy", which has 2 x 1 values. The reader deletes it.
void read_answer(Bytes bytes) {
    using namespace std::literals;
    static const std::string map = [] {
        std::string text =
            "\x93NUMPY\x01\0\x76\0{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }"s;
        text.resize(127, ' ');
        return text + '\n' + std::string(8, '\0');
    }();
    write_fuzz_file("map.npy", fuzz_bytes(map));
    const std::string_view text = fuzz_text(bytes);
    BridgeAnswerReader reader("/a.jpg", {"a dog", "b"}, text.find("\"map\"") != std::string_view::npos,
                              fuzz_folder());
    for (const std::string_view line : split_lines(text)) reader.take(line);
    reader.finish(DetectorScores::as_given);
}

void read_npy(Bytes bytes) {
    read_npy_map(write_fuzz_file("map.npy", bytes));
}

void read_tensors(Bytes bytes) {
    const SafetensorsFile file(write_fuzz_file("weights.safetensors", bytes));
    std::size_t sum = 0;
    for (const auto& [name, view] : file.tensors())
        for (const std::byte byte : view.bytes) sum += static_cast<std::size_t>(byte);
    if (sum == 1) throw Error("one");  // keeps the loop
}

void read_pieces(Bytes bytes) {
    SentencePiece(write_fuzz_file("spiece.model", bytes))
        .encode(" A dog\xC3\xA9 in\xEF\xBC\xA1 the  grass \xff");
}

void read_recipe(Bytes bytes) {
    read_yaml(write_fuzz_file("recipe.yaml", bytes), std::size_t{1} << 20);
}

void read_text(Bytes bytes) {
    const std::string_view text = fuzz_text(bytes);
    is_utf8(text);
    printable(std::string(text));
    parse_csv_row(text, ',');
    for (const std::string& word : split_simple_words(text)) elmo_characters(word);
    static const WordPieceTokenizer tokenizer = [] {
        const std::string pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##b\ndog\n##s\n";
        return WordPieceTokenizer(write_fuzz_file("vocab.txt", fuzz_bytes(pieces)));
    }();
    tokenizer.encode(text, 64);
}

/// "vocabulary \0 merges".
void read_clip_tokenizer(Bytes bytes) {
    constexpr std::array names{"vocab.json", "merges.txt"};
    write_fuzz_parts("clip", names, bytes);
    ClipTokenizer(fuzz_folder() / "clip").encode(" A dog\xC3\xA9 in\xEF\xBC\xA1 the  grass's \xff", 16);
}

void read_shard(Bytes bytes) {
    ShardReader reader(write_fuzz_file("shard.tar", bytes));
    while (reader.next()) {
    }
}

void read_list_of_work(Bytes bytes) {
    read_work_list(write_fuzz_file("work.csv", bytes));
}

constexpr std::array<FuzzTarget, 19> targets{{{"image", read_image},
                                              {"captions", read_captions},
                                              {"phrases", read_phrases},
                                              {"coco", read_coco},
                                              {"visual_genome", read_visual_genome},
                                              {"flickr30k", read_flickr30k},
                                              {"refer", read_refer},
                                              {"split_list", read_split_list},
                                              {"annotations", read_annotations},
                                              {"detector", read_detector},
                                              {"answer", read_answer},
                                              {"npy", read_npy},
                                              {"safetensors", read_tensors},
                                              {"pieces", read_pieces},
                                              {"recipe", read_recipe},
                                              {"text", read_text},
                                              {"clip_tokenizer", read_clip_tokenizer},
                                              {"shard", read_shard},
                                              {"work_list", read_list_of_work}}};

}  // namespace

std::span<const FuzzTarget> data_fuzz_targets() {
    return targets;
}

std::vector<FuzzTarget> fuzz_targets() {
    std::vector<FuzzTarget> all;
    std::vector<std::span<const FuzzTarget>> parts{data_fuzz_targets(), output_fuzz_targets()};
#ifdef GBS_FUZZ_WINDOW
    parts.push_back(window_fuzz_targets());
#endif
    for (const auto& some : parts) all.insert(all.end(), some.begin(), some.end());
    return all;
}

bool run_fuzz_target(const FuzzTarget& target, std::span<const std::uint8_t> bytes) {
    try {
        target.read(bytes);
        return true;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace gbs
