using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Tools for parameters and gradients.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their norm does not exceed a limit.</summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The limit.</param>
            /// <param name="norm_type">The norm's order; infinity for the largest absolute value.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using Scratch scratch = Scratch.Begin();
                using IDisposable mode = no_grad();
                Tensor[] gradients = [.. tensors.Select(static parameter => parameter.grad).OfType<Tensor>()];
                double norm = double.IsPositiveInfinity(norm_type)
                    ? gradients.Select(static gradient => gradient.abs().max().to(ScalarType.Float64).item<double>()).DefaultIfEmpty().Max()
                    : Math.Pow(gradients.Sum(gradient => gradient.abs().to(ScalarType.Float64).pow(norm_type).sum().item<double>()), 1 / norm_type);

                // The small number keeps a gradient of zero from becoming NaN.
                double factor = max_norm / (norm + 1e-6);
                if (factor < 1)
                {
                    foreach (Tensor gradient in gradients)
                    {
                        gradient.mul_(factor);
                    }
                }

                return norm;
            }

            /// <summary>Limits every element of all gradients.</summary>
            /// <param name="tensors">The parameters; those without a gradient are left alone.</param>
            /// <param name="clip_value">The largest absolute value allowed.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using Scratch scratch = Scratch.Begin();
                using IDisposable mode = no_grad();
                foreach (Parameter parameter in tensors)
                {
                    parameter.grad?.clamp_(-clip_value, clip_value);
                }
            }

            /// <summary>Copies all parameters into one vector.</summary>
            /// <param name="tensors">The parameters.</param>
            /// <returns>Their elements, one after the other.</returns>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                Parameter[] parameters = [.. tensors];
                using Scratch scratch = Scratch.Begin();
                Tensor vector = Tensor.Empty([parameters.Sum(static parameter => parameter.numel())], parameters.Length == 0 ? ScalarType.Float32 : parameters[0].dtype);
                long offset = 0;
                foreach (Parameter parameter in parameters)
                {
                    vector.narrow(0, offset, parameter.numel()).copy_(parameter.reshape(-1));
                    offset += parameter.numel();
                }

                return scratch.Keep(vector);
            }

            /// <summary>Copies a vector's elements into parameters, in place.</summary>
            /// <param name="vec">The elements, one parameter's after the other's.</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ExternalException">The vector's length is not the parameters' total size.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                Parameter[] parameters = [.. tensors];
                long total = parameters.Sum(static parameter => parameter.numel());
                if (vec.Rank != 1 || vec.numel() != total)
                {
                    throw TorchError.Of($"vector_to_parameters: the parameters have {total} elements, but the vector has the shape {TensorShape.Describe(vec.Sizes)}.");
                }

                using Scratch scratch = Scratch.Begin();
                using IDisposable mode = no_grad();
                long offset = 0;
                foreach (Parameter parameter in parameters)
                {
                    parameter.copy_(vec.narrow(0, offset, parameter.numel()).view(parameter.Impl.Sizes));
                    offset += parameter.numel();
                }
            }
        }
    }
}
