// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz_targets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/temporary_folder.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/base/yaml_file.h"
#include "core/data/benchmark.h"
#include "core/data/captioned_images.h"
#include "core/data/phrase_list.h"
#include "core/detector/bridge_answer.h"
#include "core/detector/detector_boxes.h"
#include "core/image/image.h"
#include "core/image/npy_map.h"
#include "core/tensor/safetensors.h"
#include "core/text/elmo_tokenizer.h"
#include "core/text/sentence_piece.h"
#include "core/text/wordpiece_tokenizer.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

using Bytes = std::span<const std::uint8_t>;

/// A folder with two photos' names, in which a target writes its file.
const fs::path& folder() {
    static const TemporaryFolder temporary;
    static const bool once = [] {
        for (const char* name : {"a.jpg", "b.jpg", "1000.jpg"})
            std::ofstream(temporary.path() / name) << "photo";
        return true;
    }();
    static_cast<void>(once);
    return temporary.path();
}

fs::path write(const fs::path& name, Bytes bytes) {
    const fs::path path = folder() / name;
    fs::create_directories(path.parent_path());
    // A new file each time: some file systems write what is truncated to disk at once.
    fs::remove(path);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The first byte chooses one of the names, the others are the file.
template <std::size_t N>
fs::path write_as_one_of(const std::array<const char*, N>& names, Bytes bytes) {
    if (bytes.empty()) return write(names[0], bytes);
    return write(names[bytes[0] % N], bytes.subspan(1));
}

void read_image(Bytes bytes) {
    decode_image({bytes.begin(), bytes.end()}, "photo");
}

void read_captions(Bytes bytes) {
    constexpr std::array names{"captions.tsv", "captions.csv",   "captions.json",
                               "captions.txt", "captions.jsonl", "captions.token"};
    read_captioned_images(folder(), write_as_one_of(names, bytes));
}

void read_phrases(Bytes bytes) {
    constexpr std::array names{"phrases.tsv", "phrases.txt"};
    const fs::path file = write_as_one_of(names, bytes);
    read_phrase_list(file);
    read_phrases_benchmark(file, folder());
}

/// A folder in the layout of a data set, with one file of any contents.
void read_data_set(const fs::path& name, const fs::path& file, Bytes bytes) {
    write(name / file, bytes);
    const BenchmarkFolder found = recognize_benchmark(folder() / name);
    for (const BenchmarkSplit& split : found.splits) {
        const Benchmark benchmark = read_benchmark(found, split.name, {}, {}, Region::masks);
        std::vector<char> picture(std::size_t{8} * 6);
        for (const PhraseQuery& query : benchmark.queries)
            for (const auto& mask : query.masks)
                if (mask) {
                    mask->fill(picture, 8, 6);
                    mask->contains(query.width - 1, query.height - 1);
                }
    }
}

void read_coco(Bytes bytes) {
    read_data_set("coco", fs::path("annotations") / "instances_val2017.json", bytes);
}

void read_visual_genome(Bytes bytes) {
    read_data_set("vg", "region_descriptions.json", bytes);
}

/// "sentences \0 annotations" of one photo.
void read_flickr30k(Bytes bytes) {
    const auto zero = std::find(bytes.begin(), bytes.end(), 0);
    const auto first = static_cast<std::size_t>(zero - bytes.begin());
    write(fs::path("flickr30k") / "Sentences" / "1000.txt", bytes.first(first));
    read_data_set("flickr30k", fs::path("Annotations") / "1000.xml",
                  zero == bytes.end() ? Bytes() : bytes.subspan(first + 1));
}

/// The first byte chooses the tool.
void read_annotations(Bytes bytes) {
    constexpr std::array names{"labelme/1.json", "studio/1.json", "via/1.json",
                               "voc/1.xml",      "cvat/1.xml",    "yolo/a.txt"};
    const std::size_t tool = bytes.empty() ? 0 : bytes[0] % names.size();
    write("yolo/classes.txt", {reinterpret_cast<const std::uint8_t*>("dog\ncat\n"), 8});
    // A bitmap of one pixel, whose size the reader needs.
    constexpr std::uint8_t photo[58] = {'B', 'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40,
                                        0,   0,   0,  1, 0, 0, 0, 1, 0, 0, 0,  1, 0, 24};
    write("yolo/a.bmp", photo);
    write("via/a.bmp", photo);
    read_data_set(fs::path(names[tool]).parent_path(), fs::path(names[tool]).filename(),
                  bytes.empty() ? bytes : bytes.subspan(1));
}

void read_detector(Bytes bytes) {
    constexpr std::array names{"boxes.jsonl", "boxes.json"};
    const DetectorBoxes boxes = read_detector_boxes(write_as_one_of(names, bytes));
    for (const DetectorImage& image : boxes.images())
        for (const DetectorAnswer& answer : image.answers) boxes.boxes_for(image.image, answer.name);
}

void read_answer(Bytes bytes) {
    const std::string_view text = text_of(bytes);
    BridgeAnswerReader reader("/a.jpg", {"a dog", "b"}, text.find("\"map\"") != std::string_view::npos,
                              folder());
    for (const std::string_view line : split_lines(text)) reader.take(line);
    reader.finish(DetectorScores::as_given);
}

void read_npy(Bytes bytes) {
    read_npy_map(write("map.npy", bytes));
}

void read_tensors(Bytes bytes) {
    const SafetensorsFile file(write("weights.safetensors", bytes));
    std::size_t sum = 0;
    for (const auto& [name, view] : file.tensors())
        for (const std::byte byte : view.bytes) sum += static_cast<std::size_t>(byte);
    if (sum == 1) throw Error("one");  // keeps the loop
}

void read_pieces(Bytes bytes) {
    SentencePiece(write("spiece.model", bytes)).encode(" A dog\xC3\xA9 in\xEF\xBC\xA1 the  grass \xff");
}

void read_recipe(Bytes bytes) {
    read_yaml(write("recipe.yaml", bytes), std::size_t{1} << 20);
}

void read_text(Bytes bytes) {
    const std::string_view text = text_of(bytes);
    is_utf8(text);
    printable(std::string(text));
    parse_csv_row(text, ',');
    for (const std::string& word : split_simple_words(text)) elmo_characters(word);
    static const WordPieceTokenizer tokenizer = [] {
        const std::string pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##b\ndog\n##s\n";
        return WordPieceTokenizer(
            write("vocab.txt", {reinterpret_cast<const std::uint8_t*>(pieces.data()), pieces.size()}));
    }();
    tokenizer.encode(text, 64);
}

constexpr std::array<FuzzTarget, 14> targets{{{"image", read_image},
                                              {"captions", read_captions},
                                              {"phrases", read_phrases},
                                              {"coco", read_coco},
                                              {"visual_genome", read_visual_genome},
                                              {"flickr30k", read_flickr30k},
                                              {"annotations", read_annotations},
                                              {"detector", read_detector},
                                              {"answer", read_answer},
                                              {"npy", read_npy},
                                              {"safetensors", read_tensors},
                                              {"pieces", read_pieces},
                                              {"recipe", read_recipe},
                                              {"text", read_text}}};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() {
    return targets;
}

void run_fuzz_target(const FuzzTarget& target, std::span<const std::uint8_t> bytes) {
    try {
        target.read(bytes);
    } catch (const Error&) {
        // Refused, as it may be.
    }
}

}  // namespace gbs
