// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/strength_inputs.h"

#include <span>

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
    rows_.push_back(strength_inputs(e, w).cpu().to(torch::kHalf));
}

torch::Tensor StrengthInputs::take() {
    torch::Tensor all = torch::cat(rows_);
    rows_.clear();
    return all;
}

}  // namespace gbs::training
