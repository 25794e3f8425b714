using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Mean absolute error: |input − target|.</summary>
    public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public L1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
        }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Any shape.</param>
        /// <param name="target">The same shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.l1_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Mean absolute error: |input − target|.</summary>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                /// <summary>Mean absolute error: |input − target|.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="target">The same shape.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    PairLoss.Apply(input, target, reduction, default(AbsoluteError<float>), default(AbsoluteError<double>), "L1LossBackward0");
            }
        }
    }
}
