namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Moves the learning rate along half a cosine from its start to a minimum, and back if it goes on.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="T_max">The number of epochs until the minimum.</param>
            /// <param name="eta_min">The minimum.</param>
            /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <returns>The schedule, which has set the learning rates of epoch 0.</returns>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Moves the learning rate along half a cosine from its start to a minimum, and back if it goes on.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double T_max;
                    private readonly double eta_min;

                    /// <summary>Makes the schedule and sets the learning rates of epoch 0.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="T_max">The number of epochs until the minimum.</param>
                    /// <param name="eta_min">The minimum.</param>
                    /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.T_max = T_max;
                        this.eta_min = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return Scaled(1);
                        }

                        // Each value from the one before, so that schedules can be chained; at the turn of a period the
                        // quotient would be 0/0.
                        if ((Epoch - 1 - T_max) % (2 * T_max) == 0)
                        {
                            return Groups.Select((group, i) => group.LearningRate + ((BaseRates[i] - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2));
                        }

                        double ratio = (1 + Math.Cos(Math.PI * Epoch / T_max)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / T_max));
                        return Groups.Select(group => (ratio * (group.LearningRate - eta_min)) + eta_min);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => eta_min + ((rate - eta_min) * (1 + Math.Cos(Math.PI * Epoch / T_max)) / 2));
                }
            }
        }
    }
}
