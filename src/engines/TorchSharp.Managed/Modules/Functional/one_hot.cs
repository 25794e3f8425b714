namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Writes each class number as a row that is 1 at that class and 0 elsewhere.</summary>
            /// <param name="x">Class numbers, int64, any shape.</param>
            /// <param name="num_classes">The number of classes; −1 for one more than the largest number.</param>
            /// <returns>The shape of <paramref name="x"/> with the classes as one more dimension, int64.</returns>
            /// <exception cref="ArgumentException">The numbers are not int64.</exception>
            /// <exception cref="ExternalException">A number is negative or not below the number of classes.</exception>
            public static unsafe Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64)
                {
                    throw new ArgumentException($"OneHot input tensor must have elements of type Int64, not {x.dtype}.", nameof(x));
                }

                using Scratch scratch = Scratch.Begin();
                Tensor rows = Modules.Rows.Contiguous(x);
                var numbers = new ReadOnlySpan<long>(rows.Pointer<long>(), checked((int)rows.numel()));
                long largest = -1;
                foreach (long number in numbers)
                {
                    if (number < 0)
                    {
                        throw TorchError.Of($"Class values must be non-negative, but one_hot got {number}.");
                    }

                    largest = Math.Max(largest, number);
                }

                if (num_classes == -1 ? numbers.IsEmpty : num_classes <= largest)
                {
                    throw TorchError.Of($"Class values must be smaller than num_classes: one_hot got {largest} with num_classes = {num_classes}.");
                }

                long classes = num_classes == -1 ? largest + 1 : num_classes;
                Tensor result = Tensor.Zeros([.. x.Sizes, classes], ScalarType.Int64);
                long* ones = result.Pointer<long>();
                for (int i = 0; i < numbers.Length; i++)
                {
                    ones[(i * classes) + numbers[i]] = 1;
                }

                GC.KeepAlive(rows);
                return scratch.Keep(result);
            }
        }
    }
}
