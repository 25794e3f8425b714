namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rate by gamma every step_size epochs.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="step_size">The number of epochs between changes.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <returns>The schedule, which has set the learning rates of epoch 0.</returns>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies the learning rate by gamma every step_size epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int step_size;
                    private readonly double gamma;

                    /// <summary>Makes the schedule and sets the learning rates of epoch 0.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="step_size">The number of epochs between changes.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.step_size = step_size;
                        this.gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Scaled(Epoch != 0 && Epoch % step_size == 0 ? gamma : 1);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(Math.Pow(gamma, Epoch / step_size));
                }
            }
        }
    }
}
