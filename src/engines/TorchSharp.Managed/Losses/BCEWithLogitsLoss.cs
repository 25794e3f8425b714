using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Binary cross-entropy of logits, computed without overflow.</summary>
    public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        /// <param name="pos_weights">A weight for the positive part of each element, broadcast to the input; null for all one.</param>
        public BCEWithLogitsLoss(Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean, Tensor? pos_weights = null)
            : base(weight, reduction)
        {
            this.pos_weights = pos_weights;
        }

        /// <summary>A weight for the positive part of each element, broadcast to the input; null for all one.</summary>
        public Tensor? pos_weights { get; }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Logits.</param>
        /// <param name="target">Probabilities of the same shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Binary cross-entropy of logits, computed without overflow.</summary>
            /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <param name="pos_weights">A weight for the positive part of each element, broadcast to the input; null for all one.</param>
            /// <returns>The loss.</returns>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            public static partial class functional
            {
                /// <summary>Binary cross-entropy of logits, computed without overflow.</summary>
                /// <param name="input">Logits.</param>
                /// <param name="target">Probabilities of the same shape.</param>
                /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <param name="pos_weights">A weight for the positive part of each element, broadcast to the input; null for all one.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                    PairLoss.BinaryCrossEntropyWithLogits(input, target, weight, reduction, pos_weights);
            }
        }
    }
}
