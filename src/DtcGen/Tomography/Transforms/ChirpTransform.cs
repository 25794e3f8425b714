using System.Numerics;

namespace DtcGen.Tomography;

/// <summary>
/// The discrete Fourier transform of any length by Bluestein's chirp: a circular convolution of the next
/// power of two. Transforms <see cref="Lanes"/> sequences at once; number j of lane l stands at
/// j·<see cref="Lanes"/> + l.
/// </summary>
internal sealed class ChirpTransform
{
    /// <summary>How many sequences are transformed at once.</summary>
    public const int Lanes = 4;

    private readonly int length;
    private readonly PowerOfTwoTransform convolution;
    private readonly double[] chirpReal;
    private readonly double[] chirpImaginary;
    private readonly double[] kernelReal;
    private readonly double[] kernelImaginary;

    public ChirpTransform(int length)
    {
        this.length = length;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * length) - 1));
        convolution = new PowerOfTwoTransform(size);
        chirpReal = new double[length];
        chirpImaginary = new double[length];
        var real = new double[size * Lanes];
        var imaginary = new double[size * Lanes];
        for (var j = 0; j < length; j++)
        {
            // j² is reduced first: the angle of a large square would lose its digits.
            var (sin, cos) = Math.SinCos(Math.PI * ((long)j * j % (2L * length)) / length);
            chirpReal[j] = cos;
            chirpImaginary[j] = sin;
            real[j * Lanes] = cos;
            imaginary[j * Lanes] = sin;
            if (j > 0)
            {
                real[(size - j) * Lanes] = cos;
                imaginary[(size - j) * Lanes] = sin;
            }
        }

        convolution.Forward(real, imaginary);
        kernelReal = new double[size];
        kernelImaginary = new double[size];
        for (var k = 0; k < size; k++)
        {
            kernelReal[k] = real[k * Lanes] / size;
            kernelImaginary[k] = imaginary[k * Lanes] / size;
        }
    }

    /// <summary>How many numbers the arrays given to <see cref="Transform"/> must hold.</summary>
    public int WorkspaceLength => convolution.Length * Lanes;

    /// <summary>Transforms in place; what stands beyond the sequences is overwritten.</summary>
    public void Transform(double[] real, double[] imaginary)
    {
        ApplyChirp(real, imaginary);
        Array.Clear(real, length * Lanes, WorkspaceLength - (length * Lanes));
        Array.Clear(imaginary, length * Lanes, WorkspaceLength - (length * Lanes));
        convolution.Forward(real, imaginary);
        for (var k = 0; k < kernelReal.Length; k++)
        {
            ComplexLanes.Multiply(real, imaginary, k * Lanes, kernelReal[k], kernelImaginary[k]);
        }

        convolution.Inverse(real, imaginary);
        ApplyChirp(real, imaginary);
    }

    private void ApplyChirp(double[] real, double[] imaginary)
    {
        for (var j = 0; j < length; j++)
        {
            ComplexLanes.Multiply(real, imaginary, j * Lanes, chirpReal[j], -chirpImaginary[j]);
        }
    }
}
