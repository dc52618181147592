// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_values.h"
#include "core/text/elmo_tokenizer.h"
#include "core/text/language_weights.h"
#include "core/text/text_encoder.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr std::size_t max_words = 512;         ///< per phrase; longer phrases are truncated
constexpr std::size_t max_places = 2048;       ///< words and padding per LSTM batch
constexpr std::int64_t character_kinds = 262;  ///< 256 bytes, 5 markers, and "no word"

/// The settings in options.json that affect the computation.
struct ElmoConfig {
    struct Filter {
        std::int64_t characters = 0, count = 0;
    };
    std::vector<Filter> filters;
    std::int64_t character_width = 0, highways = 0;
    std::int64_t cell = 0, projection = 0, layers = 0;
    double cell_clip = 0, projection_clip = 0;  ///< 0: not clipped
    bool relu = true;

    std::int64_t filter_count() const {
        return std::accumulate(filters.begin(), filters.end(), std::int64_t{0},
                               [](auto sum, const Filter& filter) { return sum + filter.count; });
    }
};

std::vector<ElmoConfig::Filter> read_filters(const nlohmann::json& cnn, const fs::path& path) {
    const auto list = cnn.find("filters");
    std::vector<ElmoConfig::Filter> filters;
    const auto in_range = [](const nlohmann::json& value, std::int64_t maximum) {
        const std::int64_t number = to_integer(value).value_or(0);
        return number >= 1 && number <= maximum;
    };
    if (list != cnn.end() && list->is_array() && list->size() <= 64)
        for (const auto& pair : *list)
            if (pair.is_array() && pair.size() == 2 && in_range(pair[0], elmo_word_length) &&
                in_range(pair[1], 1 << 16))
                filters.push_back({pair[0].get<std::int64_t>(), pair[1].get<std::int64_t>()});
    if (filters.empty() || filters.size() != list->size())
        throw Error(path.string() + ": \"filters\" must be a list of pairs [characters, filters]");
    return filters;
}

double read_clip(const nlohmann::json& lstm, const char* key, const fs::path& path) {
    const auto found = lstm.find(key);
    if (found == lstm.end() || found->is_null()) return 0;
    if (!found->is_number() || found->get<double>() < 0)
        throw Error(path.string() + ": \"" + key + "\" must be a non-negative number");
    return found->get<double>();
}

ElmoConfig read_options(const fs::path& path) {
    const nlohmann::json json = read_json_object(path);
    const auto part = [&](const nlohmann::json& of, const char* key) {
        const auto found = of.find(key);
        if (found == of.end() || !found->is_object())
            throw Error(path.string() + ": \"" + key + "\" is missing; is this ELMo's options file?");
        return *found;
    };
    const nlohmann::json cnn = part(json, "char_cnn"), lstm = part(json, "lstm");
    ElmoConfig config;
    config.filters = read_filters(cnn, path);
    config.character_width = get_integer(part(cnn, "embedding"), "dim", 4096, path);
    config.highways = get_integer(cnn, "n_highway", 64, path);
    config.cell = get_integer(lstm, "dim", 1 << 16, path);
    config.projection = get_integer(lstm, "projection_dim", 1 << 16, path);
    config.layers = get_integer(lstm, "n_layers", 64, path);
    config.cell_clip = read_clip(lstm, "cell_clip", path);
    config.projection_clip = read_clip(lstm, "proj_clip", path);
    const auto fail = [&](const std::string& what) { throw Error(path.string() + ": " + what); };
    if (get_integer(cnn, "max_characters_per_token", 4096, path) != elmo_word_length)
        fail("\"max_characters_per_token\" must be 50");
    const auto activation = cnn.find("activation");
    if (activation == cnn.end() || (*activation != "relu" && *activation != "tanh"))
        fail("\"activation\" must be \"relu\" or \"tanh\"");
    config.relu = *activation == "relu";
    const auto skip = lstm.find("use_skip_connections");
    if (skip == lstm.end() || *skip != true) fail("\"use_skip_connections\" must be true");
    return config;
}

/// Embeds a word by its characters, without context: convolutions, highways, projection.
struct CharacterEncoder {
    torch::Tensor table;  ///< [262, width]
    std::vector<torch::Tensor> filters, filter_biases, highways, highway_biases;
    torch::Tensor projection, projection_bias;
    bool relu = true;

    void read(WeightReader& reader, const ElmoConfig& config) {
        relu = config.relu;
        table = reader.take("characters.weight", {character_kinds, config.character_width});
        for (std::size_t i = 0; i < config.filters.size(); ++i) {
            const auto [characters, count] = config.filters[i];
            const std::string name = "convolutions." + std::to_string(i);
            filters.push_back(reader.take(name + ".weight", {count, config.character_width, characters}));
            filter_biases.push_back(reader.take(name + ".bias", {count}));
        }
        const std::int64_t wide = config.filter_count();
        for (std::int64_t i = 0; i < config.highways; ++i) {
            const std::string name = "highways." + std::to_string(i);
            highways.push_back(reader.take(name + ".weight", {2 * wide, wide}));
            highway_biases.push_back(reader.take(name + ".bias", {2 * wide}));
        }
        projection = reader.take("projection.weight", {config.projection, wide});
        projection_bias = reader.take("projection.bias", {config.projection});
    }
    void to(torch::Device device) {
        for (auto* list : {&filters, &filter_biases, &highways, &highway_biases})
            for (torch::Tensor& tensor : *list) tensor = tensor.to(device);
        for (torch::Tensor* tensor : {&table, &projection, &projection_bias}) *tensor = tensor->to(device);
    }
    /// ids: [N, 50]; result [N, projection].
    torch::Tensor forward(const torch::Tensor& ids) const {
        const torch::Tensor characters = torch::embedding(table, ids).transpose(1, 2).contiguous();
        std::vector<torch::Tensor> parts;
        for (std::size_t i = 0; i < filters.size(); ++i) {
            const torch::Tensor pooled = torch::conv1d(characters, filters[i], filter_biases[i]).amax(2);
            parts.push_back(relu ? torch::relu(pooled) : torch::tanh(pooled));
        }
        torch::Tensor x = torch::cat(parts, 1);
        for (std::size_t i = 0; i < highways.size(); ++i) {
            const auto both = torch::linear(x, highways[i], highway_biases[i]).chunk(2, 1);
            x = torch::lerp(torch::relu(both[0]), x, torch::sigmoid(both[1]));
        }
        return torch::linear(x, projection, projection_bias);
    }
};

/// An LSTM with a projected state, and with clipping of the cell and of the projection.
struct ProjectedLstm {
    torch::Tensor input, state, bias, projection;
    std::int64_t cell = 0;
    double cell_clip = 0, projection_clip = 0;

    void read(WeightReader& reader, const std::string& name, const ElmoConfig& config) {
        cell = config.cell;
        cell_clip = config.cell_clip;
        projection_clip = config.projection_clip;
        input = reader.take(name + ".input.weight", {4 * cell, config.projection});
        state = reader.take(name + ".state.weight", {4 * cell, config.projection});
        bias = reader.take(name + ".state.bias", {4 * cell});
        projection = reader.take(name + ".projection.weight", {config.projection, cell});
    }
    void to(torch::Device device) {
        for (torch::Tensor* tensor : {&input, &state, &bias, &projection}) *tensor = tensor->to(device);
    }
    /// x: [T, B, P], rows sorted by length, longest first; rows_at[t]: how many rows reach place t. Result
    /// [T, B, P], 0 behind a row's end. Backwards, each row starts at its own end.
    torch::Tensor forward(const torch::Tensor& x, const std::vector<std::int64_t>& rows_at,
                          bool backwards) const {
        const torch::Tensor gates_of_input = torch::linear(x, input, bias);
        torch::Tensor out = torch::zeros_like(x);
        torch::Tensor h = torch::zeros({x.size(1), x.size(2)}, x.options());
        torch::Tensor c = torch::zeros({x.size(1), cell}, x.options());
        const torch::Tensor state_weight = state.t(), projection_weight = projection.t();
        for (std::int64_t step = 0; step < x.size(0); ++step) {
            const std::int64_t t = backwards ? x.size(0) - 1 - step : step;
            const std::int64_t rows = rows_at[static_cast<std::size_t>(t)];
            torch::Tensor memory = c.narrow(0, 0, rows);
            const auto gates =
                torch::addmm(gates_of_input[t].narrow(0, 0, rows), h.narrow(0, 0, rows), state_weight)
                    .chunk(4, 1);
            memory.mul_(gates[1].sigmoid()).add_(gates[0].sigmoid() * gates[2].tanh());
            if (cell_clip > 0) memory.clamp_(-cell_clip, cell_clip);
            torch::Tensor output = torch::mm(gates[3].sigmoid() * memory.tanh(), projection_weight);
            if (projection_clip > 0) output.clamp_(-projection_clip, projection_clip);
            h.narrow(0, 0, rows).copy_(output);
            out[t].narrow(0, 0, rows).copy_(output);
        }
        return out;
    }
};

class ElmoEncoder final : public TextEncoder {
 public:
    explicit ElmoEncoder(const fs::path& folder)
        : name_((folder.filename().empty() ? folder.parent_path() : folder).filename().string()),
          config_(read_options(folder / "options.json")) {
        WeightReader reader(folder);
        characters_.read(reader, config_);
        forward_.resize(static_cast<std::size_t>(config_.layers));
        backward_.resize(forward_.size());
        for (std::size_t i = 0; i < forward_.size(); ++i) {
            forward_[i].read(reader, "forward." + std::to_string(i), config_);
            backward_[i].read(reader, "backward." + std::to_string(i), config_);
        }
        reader.check([](const std::string&) { return true; });
    }

    std::string name() const override { return name_; }
    WordShape shape() const override {
        return {static_cast<int>(2 * config_.projection), static_cast<int>(config_.layers + 1)};
    }
    bool reads(const std::string& phrase) const override { return !split_simple_words(phrase).empty(); }
    WordEmbeddings encode(std::span<const std::string> phrases) override;
    void to(torch::Device device) override {
        characters_.to(device);
        for (auto* direction : {&forward_, &backward_})
            for (ProjectedLstm& layer : *direction) layer.to(device);
    }

 private:
    using Words = std::vector<std::string>;
    torch::Tensor encode_sorted(const std::vector<Words>& rows) const;

    std::string name_;
    ElmoConfig config_;
    CharacterEncoder characters_;
    std::vector<ProjectedLstm> forward_, backward_;
};

/// Character ids of the rows with sentence begin and end, [T, B, 50] for T places, 0 after the end.
torch::Tensor character_ids(const std::vector<std::vector<std::string>>& rows, std::size_t places) {
    torch::Tensor ids =
        torch::zeros({static_cast<std::int64_t>(places), static_cast<std::int64_t>(rows.size()),
                      static_cast<std::int64_t>(elmo_word_length)},
                     torch::kLong);
    auto* const begin = ids.mutable_data_ptr<std::int64_t>();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto put = [&](std::size_t place, const ElmoCharacters& characters) {
            std::copy(characters.begin(), characters.end(),
                      begin + (place * rows.size() + row) * elmo_word_length);
        };
        put(0, elmo_sentence_begin());
        for (std::size_t i = 0; i < rows[row].size(); ++i) put(i + 1, elmo_characters(rows[row][i]));
        put(rows[row].size() + 1, elmo_sentence_end());
    }
    return ids;
}

/// Encodes rows sorted by length, longest first, to [B, T, layers * width] for T words, 0 after a row's end.
torch::Tensor ElmoEncoder::encode_sorted(const std::vector<Words>& rows) const {
    const std::size_t places = rows.front().size() + 2;
    std::vector<std::int64_t> rows_at;
    for (std::size_t place = 0; place < places; ++place)
        rows_at.push_back(std::count_if(rows.begin(), rows.end(),
                                        [&](const Words& row) { return row.size() + 2 > place; }));
    const torch::Tensor ids = character_ids(rows, places).to(characters_.table.device());
    // Encode each distinct word of the batch once.
    const auto [kinds, kind_of, counts] = torch::unique_dim(ids.flatten(0, 1), 0, true, true);
    torch::Tensor x = characters_.forward(kinds).index_select(0, kind_of.flatten());
    x = x.view({ids.size(0), ids.size(1), config_.projection});
    x = x * (ids.select(2, 0) > 0).to(torch::kFloat).unsqueeze(2);
    std::vector<torch::Tensor> layers{torch::cat({x, x}, 2)};
    torch::Tensor onward = x, back = x;
    for (std::size_t i = 0; i < forward_.size(); ++i) {
        const torch::Tensor next = forward_[i].forward(onward, rows_at, false);
        const torch::Tensor previous = backward_[i].forward(back, rows_at, true);
        onward = i > 0 ? next + onward : next;
        back = i > 0 ? previous + back : previous;
        layers.push_back(torch::cat({onward, back}, 2));
    }
    const auto words = static_cast<std::int64_t>(rows.front().size());
    torch::Tensor result = torch::cat(layers, 2).narrow(0, 1, words).transpose(0, 1).contiguous();
    // The sentence end of a shorter row overlaps the words of the longest row.
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto length = static_cast<std::int64_t>(rows[row].size());
        result[static_cast<std::int64_t>(row)].narrow(0, length, words - length).zero_();
    }
    return result;
}

WordEmbeddings ElmoEncoder::encode(std::span<const std::string> phrases) {
    const torch::NoGradGuard no_grad;
    std::vector<Words> words;
    std::size_t max_length = 0;
    for (const std::string& phrase : phrases) {
        words.push_back(split_simple_words(phrase));
        if (words.back().empty())
            throw Error("the phrase \"" + shortened(phrase) + "\" has no words the model can read");
        words.back().resize(std::min(words.back().size(), max_words));
        max_length = std::max(max_length, words.back().size());
    }
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return words[a].size() > words[b].size(); });
    const auto batch = static_cast<std::int64_t>(words.size()),
               length = static_cast<std::int64_t>(max_length);
    const auto options = characters_.table.options();
    WordEmbeddings result{torch::zeros({batch, length, width()}, options),
                          torch::zeros({batch, length}, options)};
    for (std::size_t first = 0; first < order.size();) {
        const std::size_t fits = std::max<std::size_t>(1, max_places / (words[order[first]].size() + 2));
        const std::size_t last = std::min(order.size(), first + fits);
        std::vector<Words> rows;
        for (std::size_t i = first; i < last; ++i) rows.push_back(words[order[i]]);
        const torch::Tensor encoded = encode_sorted(rows);
        for (std::size_t i = first; i < last; ++i) {
            const auto row = static_cast<std::int64_t>(order[i]);
            const auto count = static_cast<std::int64_t>(words[order[i]].size());
            result.words[row]
                .narrow(0, 0, encoded.size(1))
                .copy_(encoded[static_cast<std::int64_t>(i - first)]);
            result.mask[row].narrow(0, 0, count).fill_(1);
        }
        first = last;
    }
    return result;
}

}  // namespace

std::unique_ptr<TextEncoder> load_elmo(const fs::path& folder) {
    if (!is_folder(folder))
        throw Error(folder.string() + " is not a folder with options.json and model.safetensors");
    return std::make_unique<ElmoEncoder>(folder);
}

}  // namespace gbs
