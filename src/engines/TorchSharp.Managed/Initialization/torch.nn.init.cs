namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Fills parameters with starting values, with libtorch's distributions and order of random numbers. All of them
        /// work in place, outside the graph, and return the tensor they were given.
        /// </summary>
        public static partial class init
        {
            /// <summary>Which side of a weight sets the scale of its values.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: keeps the variance in the forward pass.</summary>
                FanIn = 0,

                /// <summary>The outputs: keeps the variance in the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>The functions whose gain is known.</summary>
            public enum NonlinearityType
            {
                /// <summary>No function.</summary>
                Linear = 0,

                /// <summary>No function, after a convolution.</summary>
                Conv1D = 1,

                /// <summary>No function, after a convolution.</summary>
                Conv2D = 2,

                /// <summary>No function, after a convolution.</summary>
                Conv3D = 3,

                /// <summary>No function, after a transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>No function, after a transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>No function, after a transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>The rectified linear unit.</summary>
                ReLU = 9,

                /// <summary>The leaky rectified linear unit.</summary>
                LeakyReLU = 10,
            }

            /// <summary>The factor by which a function's weights must be larger for the variance to stay.</summary>
            /// <param name="nonlinearity">The function that follows.</param>
            /// <param name="param">The slope of a leaky rectified linear unit.</param>
            /// <returns>The gain.</returns>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs an output of a weight has, and the reverse.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <returns>Inputs and outputs, each times the number of kernel elements.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.Rank < 2)
                {
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions", nameof(tensor));
                }

                long kernel = TensorShape.Count(tensor.Sizes[2..]);
                return (tensor.Sizes[1] * kernel, tensor.Sizes[0] * kernel);
            }

            /// <summary>Fills with one value.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="val">The value.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            /// <summary>Fills with zeros.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills with ones.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills from the normal distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">The source of random numbers; null for the default one.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Fills from the uniform distribution.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="low">The lower bound, included.</param>
            /// <param name="high">The upper bound, excluded.</param>
            /// <param name="generator">The source of random numbers; null for the default one.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Fills from the normal distribution cut off at two bounds.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean before the cut.</param>
            /// <param name="std">The standard deviation before the cut.</param>
            /// <param name="a">The lower bound.</param>
            /// <param name="b">The upper bound.</param>
            /// <param name="generator">The source of random numbers; null for the default one.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Fill(tensor, t => TruncatedNormal.Fill(t, mean, std, a, b, generator));

            /// <summary>Fills by Xavier Glorot's rule with a normal distribution: std = gain·√(2 / (fan-in + fan-out)).</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="gain">The gain of the function that follows.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierStd(tensor, gain));

            /// <summary>Fills by Xavier Glorot's rule with a uniform distribution of the same variance.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="gain">The gain of the function that follows.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                double bound = Math.Sqrt(3) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="gain">The gain of the function that follows.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="gain">The gain of the function that follows.</param>
            /// <returns>The tensor itself.</returns>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Fills by Kaiming He's rule with a normal distribution: std = gain / √fan.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="a">The slope of the leaky rectified linear unit that follows.</param>
            /// <param name="mode">Which fan sets the scale.</param>
            /// <param name="nonlinearity">The function that follows.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

            /// <summary>Fills by Kaiming He's rule with a uniform distribution of the same variance.</summary>
            /// <param name="tensor">Outputs × inputs × kernel dimensions.</param>
            /// <param name="a">The slope of the leaky rectified linear unit that follows.</param>
            /// <param name="mode">Which fan sets the scale.</param>
            /// <param name="nonlinearity">The function that follows.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills a matrix with ones on the diagonal and zeros elsewhere.</summary>
            /// <param name="tensor">The matrix.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ExternalException">The tensor is not a matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Rank != 2)
                {
                    throw TorchError.Of($"Only tensors with 2 dimensions are supported, not the shape {TensorShape.Describe(tensor.Sizes)}");
                }

                return Fill(tensor, t => t.copy_(eye(t.Sizes[0], t.Sizes[1], t.dtype)));
            }

            /// <summary>Fills a convolution's weight so that it passes its input channels on unchanged.</summary>
            /// <param name="tensor">Outputs × inputs × one to three kernel dimensions.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ExternalException">The tensor has fewer than three or more than five dimensions.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.Rank is < 3 or > 5)
                {
                    throw TorchError.Of($"Only tensors with 3, 4, or 5 dimensions are supported, not the shape {TensorShape.Describe(tensor.Sizes)}");
                }

                return Fill(tensor, static t =>
                {
                    t.zero_();
                    Tensor centre = t;
                    for (int d = t.Rank - 1; d >= 2; d--)
                    {
                        centre = centre.select(d, t.Sizes[d] / 2);
                    }

                    for (long i = 0; i < Math.Min(t.Sizes[0], t.Sizes[1]); i++)
                    {
                        centre.select(0, i).select(0, i).fill_(1);
                    }
                });
            }

            /// <summary>Fills with a (semi-)orthogonal matrix; dimensions beyond the second count as columns.</summary>
            /// <param name="tensor">Two dimensions or more.</param>
            /// <param name="gain">A factor.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ExternalException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.Rank < 2)
                {
                    throw TorchError.Of($"Only tensors with 2 or more dimensions are supported, not the shape {TensorShape.Describe(tensor.Sizes)}");
                }

                return Fill(tensor, t => OrthogonalMatrix.Fill(t, gain));
            }

            /// <summary>Fills a matrix from the normal distribution and zeroes a share of every column.</summary>
            /// <param name="tensor">The matrix.</param>
            /// <param name="sparsity">The share of zeros in each column, rounded up to whole rows.</param>
            /// <param name="std">The standard deviation of the other values.</param>
            /// <returns>The tensor itself.</returns>
            /// <exception cref="ExternalException">The tensor is not a matrix.</exception>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.Rank != 2)
                {
                    throw TorchError.Of($"Only tensors with 2 dimensions are supported, not the shape {TensorShape.Describe(tensor.Sizes)}");
                }

                return Fill(tensor, t =>
                {
                    long rows = t.Sizes[0];
                    long zeros = (long)Math.Ceiling(rows * sparsity);
                    t.normal_(0, std);
                    for (long column = 0; column < t.Sizes[1]; column++)
                    {
                        using Utils.TensorAccessor<long> order = randperm(rows).data<long>();
                        for (long i = 0; i < zeros; i++)
                        {
                            t.select(0, order[i]).select(0, column).fill_(0);
                        }
                    }
                });
            }

            private static double XavierStd(Tensor tensor, double gain)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingStd(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            /// <summary>Writes outside the graph, whatever the tensor is, and leaves nothing behind.</summary>
            private static Tensor Fill(Tensor tensor, Action<Tensor> write)
            {
                using Scratch scratch = Scratch.Begin();
                using IDisposable mode = no_grad();
                write(tensor);
                return tensor;
            }
        }
    }
}
