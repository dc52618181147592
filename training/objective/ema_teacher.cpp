// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/ema_teacher.h"

#include "core/tensor/tensors.h"

namespace gbs::training {

EmaTeacher::EmaTeacher(GroundingModel student, const std::map<std::string, torch::Tensor>& average)
    : model_(student->options(), student->words()) {
    const auto of_student = module_tensors(*student);
    for (auto& [name, tensor] : module_tensors(*model_)) {
        const auto found = average.find(name);
        tensor.set_data(found != average.end() ? found->second : of_student.at(name).detach());
        if (tensor.is_floating_point()) tensor.set_requires_grad(false);
    }
    // Like the student, use batch statistics while training: running ones lag behind at first.
    for (const auto& child : student->named_children())
        model_->named_children()[child.key()]->train(child.value()->is_training());
}

}  // namespace gbs::training
