// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image_files.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

#include "core/base/error.h"
#include "core/base/text_lines.h"

namespace fs = std::filesystem;

namespace gbs {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hidden(const fs::path& path) {
    return path.filename().native().starts_with(fs::path::value_type('.'));
}

bool is_image(const fs::directory_entry& entry) {
    std::error_code ignored;
    return has_image_extension(entry.path()) && !is_hidden(entry.path()) && entry.is_regular_file(ignored);
}

bool is_folder_to_enter(const fs::directory_entry& entry) {
    std::error_code ignored;
    return entry.is_directory(ignored) && !entry.is_symlink(ignored) && !is_hidden(entry.path());
}

}  // namespace

bool has_image_extension(const fs::path& path) {
    static constexpr std::array<std::string_view, 11> extensions{
        ".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".jif", ".png", ".webp", ".bmp", ".tif", ".tiff"};
    return std::ranges::find(extensions, lower_case(path.extension().string())) != extensions.end();
}

bool natural_less(std::string_view a, std::string_view b) {
    const auto number_at = [](std::string_view text, std::size_t& position) {
        const std::size_t start = position;
        while (position < text.size() && is_digit(text[position])) ++position;
        auto digits = text.substr(start, position - start);
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        return digits;
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const auto left = number_at(a, i), right = number_at(b, j);
            if (left.size() != right.size()) return left.size() < right.size();
            if (left != right) return left < right;
        } else {
            const auto left = static_cast<unsigned char>(lower_case(a[i++]));
            const auto right = static_cast<unsigned char>(lower_case(b[j++]));
            if (left != right) return left < right;
        }
    }
    const std::size_t rest_a = a.size() - i, rest_b = b.size() - j;
    return rest_a != rest_b ? rest_a < rest_b : a < b;
}

void visit_images(const fs::path& folder, bool recursive, const PathVisitor& visit,
                  const PathVisitor& enter) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) throw Error(folder.string() + ": no such folder");
    std::vector<fs::path> waiting{folder};
    while (!waiting.empty()) {
        const fs::path here = std::move(waiting.back());
        waiting.pop_back();
        if (enter && !enter(here)) return;
        for (fs::directory_iterator entry(here, failure), end; !failure && entry != end;
             entry.increment(failure)) {
            if (is_image(*entry)) {
                if (!visit(entry->path())) return;
            } else if (recursive && is_folder_to_enter(*entry)) {
                waiting.push_back(entry->path());
            }
        }
        // A subfolder that disappeared or cannot be read does not end the walk.
        if (failure && here == folder)
            throw Error(folder.string() + ": the folder cannot be read: " + failure.message());
        failure.clear();
    }
}

std::vector<fs::path> list_images(const fs::path& folder, bool recursive) {
    std::vector<fs::path> images;
    visit_images(folder, recursive, [&images](const fs::path& path) {
        images.push_back(path);
        return true;
    });
    std::ranges::sort(images, [](const fs::path& a, const fs::path& b) {
        return natural_less(a.generic_string(), b.generic_string());
    });
    return images;
}

}  // namespace gbs
