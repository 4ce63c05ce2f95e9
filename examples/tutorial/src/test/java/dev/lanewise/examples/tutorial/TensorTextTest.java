package dev.lanewise.examples.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The layout that PyTorch prints. */
class TensorTextTest {

    @Test
    void allNumbersAreAsWideAsTheWidest() {
        float[][] rows = {{0.5472f, -10.5f}, {1f, 2f}};
        assertEquals("tensor([[  0.5472, -10.5000],\n        [  1.0000,   2.0000]])", TensorText.matrix(rows));
    }

    @Test
    void positiveNumbersAloneHaveNoRoomForASign() {
        float[][] rows = {{0.5f, 0.25f}};
        assertEquals("tensor([[0.5000, 0.2500]])", TensorText.matrix(rows));
    }

    @Test
    void aBatchOfOneHasAnAxisMore() {
        float[][] rows = {{0.5f}, {-0.25f}};
        assertEquals("tensor([[[ 0.5000]],\n\n        [[-0.2500]]])", TensorText.batchOfOne(rows));
    }

    @Test
    void theFirstOfEqualNumbersIsTheLargest() {
        float[][] rows = {{1f, 3f, 3f}, {2f, 1f, 0f}};
        assertEquals("tensor([1, 0])", TensorText.argmax(rows));
    }
}
