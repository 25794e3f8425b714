namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the starting learning rate by a function of the epoch.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="lr_lambda">Gives the factor of an epoch.</param>
            /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <returns>The schedule, which has set the learning rates of epoch 0.</returns>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies the starting learning rate by a function of the epoch.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double> lr_lambda;

                    /// <summary>Makes the schedule and sets the learning rates of epoch 0.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="lr_lambda">Gives the factor of an epoch.</param>
                    /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.lr_lambda = lr_lambda;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        ScaledBase(lr_lambda(Epoch));
                }
            }
        }
    }
}
