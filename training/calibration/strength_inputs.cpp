// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/strength_inputs.h"

#include <span>
#include <utility>

#include "core/model/checkpoint.h"
#include "core/model/strength.h"
#include "core/tensor/tensors.h"

namespace gbs::training {

StrengthInputs::StrengthInputs(const std::filesystem::path& checkpoint, std::size_t number,
                               const std::string& device)
    : device_(device) {
    encoder_ = load_text_encoder(read_member_options(checkpoint, number).text_encoder);
    model_ = load_member(checkpoint, number, encoder_->shape()).model;
    model_->to(device_, torch::kFloat);
    model_->eval();
    encoder_->to(device_);
}

void StrengthInputs::reserve(std::size_t phrases) {
    const std::int64_t width = strength_input_width(model_->channels());
    all_ = torch::empty({static_cast<std::int64_t>(phrases), width}, torch::kHalf);
}

const std::vector<torch::Tensor>& StrengthInputs::project(const std::string& phrase) {
    const auto [known, is_new] = texts_.try_emplace(phrase);
    if (is_new) {
        const WordEmbeddings words = encoder_->encode(std::span(&phrase, 1));
        known->second = model_->project(words.words, words.mask);
    }
    return known->second;
}

void StrengthInputs::add(const Image& photo, const std::vector<LabeledPhrase>& phrases) {
    const torch::NoGradGuard no_grad;
    const torch::Tensor image = image_tensor(photo, model_->options().input_size).to(device_);
    const std::vector<torch::Tensor> e = model_->encode(image.unsqueeze(0));
    std::vector<torch::Tensor> w;
    for (std::size_t level = 0; level < e.size(); ++level) {
        std::vector<torch::Tensor> rows;
        for (const LabeledPhrase& phrase : phrases) rows.push_back(project(phrase.phrase)[level]);
        w.push_back(torch::cat(rows));
    }
    const torch::Tensor rows = strength_inputs(e, w);
    all_.narrow(0, count_, rows.size(0)).copy_(rows);
    count_ += rows.size(0);
}

torch::Tensor StrengthInputs::take() {
    return std::exchange(all_, {}).narrow(0, 0, std::exchange(count_, 0));
}

}  // namespace gbs::training
