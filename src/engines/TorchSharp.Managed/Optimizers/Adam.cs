using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam: steps by the mean of the gradients over the root of the mean of their squares.</summary>
    public class Adam : OptimizerHelper, torch.optim.IBetas
    {
        private readonly Options defaults;

        /// <summary>Makes the optimizer of one group of parameters.</summary>
        /// <param name="parameters">The parameters; gone through anew at every step.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean of the gradients.</param>
        /// <param name="beta2">The decay rate of the mean of their squares.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <summary>Makes the optimizer of several groups of parameters.</summary>
        /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The decay rate of the mean of the gradients.</param>
        /// <param name="beta2">The decay rate of the mean of their squares.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            defaults = new Options
            {
                LearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            };
            foreach (ParamGroup group in parameters)
            {
                add_param_group(group);
            }
        }

        /// <summary>The decay rates of both moments, of the first group; setting them sets all groups.</summary>
        public (double, double) Betas
        {
            get => ((ParamGroup)_parameter_groups[0]).Betas;
            set
            {
                foreach (Modules.ParamGroup group in _parameter_groups)
                {
                    ((ParamGroup)group).Betas = value;
                }
            }
        }

        private protected override int MomentCount => 3;

        private protected override void Complete(Modules.ParamGroup group)
        {
            Options options = Expect<ParamGroup>(group).Options;
            options.LearningRate ??= defaults.LearningRate;
            options.beta1 ??= defaults.beta1;
            options.beta2 ??= defaults.beta2;
            options.eps ??= defaults.eps;
            options.weight_decay ??= defaults.weight_decay;
            options.amsgrad ??= defaults.amsgrad;
            options.maximize ??= defaults.maximize;
            Require(options.LearningRate >= 0, "learning rate", options.LearningRate.GetValueOrDefault());
            Require(options.beta1 is >= 0 and < 1, "beta1", options.beta1.GetValueOrDefault());
            Require(options.beta2 is >= 0 and < 1, "beta2", options.beta2.GetValueOrDefault());
            Require(options.eps >= 0, "eps", options.eps.GetValueOrDefault());
            Require(options.weight_decay >= 0, "weight_decay value", options.weight_decay.GetValueOrDefault());
        }

        private protected override void Update(Tensor values, Tensor gradient, OptimizerState state, Modules.ParamGroup group)
        {
            Options options = ((ParamGroup)group).Options;
            new AdamStep
            {
                Lr = group.LearningRate,
                Beta1 = options.beta1,
                Beta2 = options.beta2,
                Eps = options.eps,
                WeightDecay = options.weight_decay,
                AmsGrad = options.amsgrad,
                Maximize = options.maximize,
                Decoupled = false,
            }.Apply(values, gradient, state);
        }

        /// <summary>The settings of a group of parameters; what is null is taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>The decay rate of the mean of the gradients.</summary>
            public double? beta1;

            /// <summary>The decay rate of the mean of their squares.</summary>
            public double? beta2;

            /// <summary>What is added to the denominator.</summary>
            public double? eps;

            /// <summary>The factor of the parameter that is added to its gradient.</summary>
            public double? weight_decay;

            /// <summary>Whether to divide by the largest mean of squares so far.</summary>
            public bool? amsgrad;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;
        }

        /// <summary>Parameters with settings of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
        {
            /// <summary>Makes an empty group with the optimizer's settings.</summary>
            public ParamGroup()
            {
            }

            /// <summary>Makes a group.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="options">The settings; what is null is taken from the optimizer.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            /// <summary>Makes a group.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">The decay rate of the mean of the gradients.</param>
            /// <param name="beta2">The decay rate of the mean of their squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
                })
            {
            }

            /// <summary>The decay rates of both moments in the next step.</summary>
            public (double, double) Betas
            {
                get => (Options.beta1 ?? 0, Options.beta2 ?? 0);
                set => (Options.beta1, Options.beta2) = value;
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam: steps by the mean of the gradients over the root of the mean of their squares.</summary>
            /// <param name="parameters">The parameters; gone through anew at every step.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">The decay rate of the mean of the gradients.</param>
            /// <param name="beta2">The decay rate of the mean of their squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <summary>Adam: steps by the mean of the gradients over the root of the mean of their squares.</summary>
            /// <param name="parameters">The parameters with their names, as a module lists them.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">The decay rate of the mean of the gradients.</param>
            /// <param name="beta2">The decay rate of the mean of their squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(static entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <summary>Adam: steps by the mean of the gradients over the root of the mean of their squares.</summary>
            /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">The decay rate of the mean of the gradients.</param>
            /// <param name="beta2">The decay rate of the mean of their squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="amsgrad">Whether to divide by the largest mean of squares so far.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
