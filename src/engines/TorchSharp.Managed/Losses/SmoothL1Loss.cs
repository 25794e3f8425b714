using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Mean error that is squared near zero: e²/(2·beta) where e = |input − target| is below beta, e − beta/2 elsewhere.</summary>
    public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        /// <param name="beta">Where the square turns into a line; 0 gives the mean absolute error.</param>
        public SmoothL1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double beta = 1)
            : base(reduction)
        {
            this.beta = beta;
        }

        /// <summary>Where the square turns into a line; 0 gives the mean absolute error.</summary>
        public double beta { get; }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Any shape.</param>
        /// <param name="target">The same shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Mean error that is squared near zero: e²/(2·beta) where e = |input − target| is below beta, e − beta/2 elsewhere.</summary>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <param name="beta">Where the square turns into a line; 0 gives the mean absolute error.</param>
            /// <returns>The loss.</returns>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(reduction, beta);

            public static partial class functional
            {
                /// <summary>Mean error that is squared near zero: e²/(2·beta) where e = |input − target| is below beta, e − beta/2 elsewhere.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="target">The same shape.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <param name="beta">Where the square turns into a line; 0 gives the mean absolute error.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                    PairLoss.SmoothL1(input, target, reduction, beta);
            }
        }
    }
}
