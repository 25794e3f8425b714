namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the tensor was made by the user and not by a recorded operation.</summary>
        public bool is_leaf => Impl.Autograd?.IsLeaf ?? true;

        /// <summary>Whether operations on the tensor are recorded for backward.</summary>
        /// <exception cref="ExternalException">Set on a tensor that is not floating point.</exception>
        public bool requires_grad
        {
            get => Impl.Autograd is { RequiresGrad: true };
            set
            {
                if (value && !Dtype.IsFloating(dtype))
                {
                    throw TorchError.Of($"Only Tensors of floating point and complex dtype can require gradients, not {dtype}");
                }

                if (value || Impl.Autograd is not null)
                {
                    Impl.EnsureAutograd().SetRequiresGrad(value);
                }
            }
        }

        /// <summary>
        /// What backward has accumulated for this leaf, or null. Reading gives a new handle each time; writing null
        /// releases it.
        /// </summary>
        /// <exception cref="ExternalException">The gradient's shape or type is not the tensor's.</exception>
        public Tensor? grad
        {
            get => Impl.Autograd?.Grad is { } held ? new Tensor(held.AddHandle()) : null;
            set
            {
                if (value is null)
                {
                    Impl.Autograd?.SetGrad(null);
                    return;
                }

                if (!value.Sizes.SequenceEqual(Sizes) || value.dtype != dtype)
                {
                    throw TorchError.Of($"assigned grad has data of shape {TensorShape.Describe(value.Sizes)} and type {value.dtype}, but the tensor has shape {TensorShape.Describe(Sizes)} and type {dtype}");
                }

                Impl.EnsureAutograd().SetGrad(value.Impl.AddHandle());
            }
        }

        /// <summary>Says whether operations on the tensor are recorded for backward.</summary>
        /// <param name="requires_grad">Whether to record.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point.</exception>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>The same elements, outside the graph.</summary>
        /// <returns>A view that never requires grad.</returns>
        public Tensor detach() => Plain();

        /// <summary>Computes the gradients of all leaves that this scalar depends on, and adds them to their <see cref="grad"/>.</summary>
        /// <exception cref="ExternalException">The tensor is not a scalar or was not recorded, a saved value was freed or changed.</exception>
        public void backward() => backward(null);

        /// <summary>Computes the gradients of what this tensor depends on, and adds them to their <see cref="grad"/>.</summary>
        /// <param name="grad_tensors">The gradient of this tensor; needed unless it has one element.</param>
        /// <param name="retain_graph">Keeps the saved values, for another backward through the same graph.</param>
        /// <param name="create_graph">Gradients of gradients: this engine does not record them.</param>
        /// <param name="inputs">The only tensors that get a gradient; null for all leaves.</param>
        /// <exception cref="ExternalException">The tensor was not recorded, a saved value was freed or changed.</exception>
        /// <exception cref="NotSupportedException"><paramref name="create_graph"/> is true.</exception>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (create_graph)
            {
                throw new NotSupportedException("backward(create_graph: true): this engine does not record gradients of gradients.");
            }

            BackwardPass.Run([this], grad_tensors, retain_graph, inputs);
        }
    }
}
