using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Binary cross-entropy of probabilities: −target·log(input) − (1 − target)·log(1 − input), each logarithm at least −100.</summary>
    public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public BCELoss(Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
        }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Probabilities between 0 and 1.</param>
        /// <param name="target">Probabilities of the same shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Binary cross-entropy of probabilities: −target·log(input) − (1 − target)·log(1 − input), each logarithm at least −100.</summary>
            /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                /// <summary>Binary cross-entropy of probabilities: −target·log(input) − (1 − target)·log(1 − input), each logarithm at least −100.</summary>
                /// <param name="input">Probabilities between 0 and 1.</param>
                /// <param name="target">Probabilities of the same shape.</param>
                /// <param name="weight">A weight for each element, broadcast to the input; null for all one.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    PairLoss.BinaryCrossEntropy(input, target, weight, reduction);
            }
        }
    }
}
